// Checks a log of Isnad with Go's own packages for transparency logs, which know nothing of it:
//
//	main tree BASE KEY OLD_NOTE [INDEX…]   the log at BASE (a folder or an address) goes on from an older
//	                                       checkpoint, and holds its entries at these places
//	main proof FILE KEY ENTRY              a proof that was given out holds for this entry
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	check := map[string]func([]string) error{"tree": checkTree, "proof": checkProof}[os.Args[1]]
	if err := check(os.Args[2:]); err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
	fmt.Println("accepted")
}

func checkTree(args []string) error {
	base, key := args[0], args[1]
	old, err := openFile(args[2], key)
	if err != nil {
		return err
	}
	text, err := fetch(base, "checkpoint")
	if err != nil {
		return err
	}
	tree, err := open(text, key)
	if err != nil {
		return err
	}
	tiles := tlog.TileHashReader(tree, &reader{base})
	if tree.N < old.N {
		return fmt.Errorf("the log was cut: from %d to %d entries", old.N, tree.N)
	}
	proof, err := tlog.ProveTree(tree.N, old.N, tiles)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
		return err
	}
	for _, arg := range args[3:] {
		index, err := strconv.ParseInt(arg, 10, 64)
		if err != nil {
			return err
		}
		if err := checkEntry(base, tree, tiles, index); err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
	}
	return nil
}

func checkEntry(base string, tree tlog.Tree, tiles tlog.HashReader, index int64) error {
	entry, err := readEntry(base, tree.N, index)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveRecord(tree.N, index, tiles)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

func checkProof(args []string) error {
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	head, checkpoint, found := bytes.Cut(text, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("not a proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return err
	}
	tree, err := open(checkpoint, args[1])
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash([]byte(args[2])))
}

func openFile(file, key string) (tlog.Tree, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	return open(text, key)
}

// What a note says, once its signature has been checked.
func open(text []byte, key string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("no root")
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

type reader struct{ base string }

func (*reader) Height() int                         { return 8 }
func (*reader) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (r *reader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		// Go writes the height into the path, where the common form has none.
		data, err := fetch(r.base, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func readEntry(base string, size, index int64) ([]byte, error) {
	tile := tlog.Tile{H: 8, L: 0, N: index / 256, W: 256}
	if left := size - tile.N*256; left < 256 {
		tile.W = int(left)
	}
	data, err := fetch(base, strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1))
	if err != nil {
		return nil, err
	}
	for skip := index % 256; ; skip-- {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("the bundle is cut")
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		if skip == 0 {
			return data[2:end], nil
		}
		data = data[end:]
	}
}

func fetch(base, path string) ([]byte, error) {
	if !strings.HasPrefix(base, "http") {
		return os.ReadFile(filepath.Join(base, path))
	}
	response, err := http.Get(base + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}
