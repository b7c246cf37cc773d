/** Language, theme, digits, keys and the way out: what the button of the member opens. */
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components/Menu';
import { useState, type RefObject } from 'react';
import { languages, ownNames } from '../language/languages.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { useReason } from '../parts/fault.js';
import { areSingleKeysOn, withSingleKeys } from '../keys/single-keys.rules.js';
import { openOverScreen } from '../keys/opened.js';
import { settle, useMe } from '../session/session.js';
import { announce } from '../parts/announce.js';
import { currentTheme, keepTheme, themes, type Theme } from './theme.js';

const digitsOfDesk = ['latin', 'arabic_indic'] as const;

export function MemberMenu({
  button,
  onClose,
  onSignOut,
}: {
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  onSignOut: () => void;
}) {
  const words = useWords();
  const me = useMe();
  const { language, choose } = useLanguage();
  const reason = useReason();
  const [theme, setTheme] = useState(currentTheme());
  const change = (settings: Parameters<typeof settle>[0]): void => {
    settle(settings).catch((error: unknown) => {
      announce(reason(error));
    });
  };
  return (
    <Popover
      className="popover"
      aria-label={words('frame.member', { name: me.name })}
      placement="bottom end"
      triggerRef={button}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu
        className="menu"
        aria-label={words('frame.member', { name: me.name })}
        autoFocus="first"
        onClose={onClose}
      >
        <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[language]}>
          <Header>{words('frame.language')}</Header>
          {languages.map((one) => (
            <MenuItem
              key={one}
              id={one}
              lang={one}
              textValue={ownNames[one]}
              // Also back to the one that is shown, while the other is on its way.
              onAction={() => {
                choose(one);
              }}
            >
              {ownNames[one]}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(chosen) => {
            const next = themes.find((one) => chosen !== 'all' && chosen.has(one));
            if (next === undefined) return;
            keepTheme(next);
            setTheme(next);
          }}
        >
          <Header>{words('frame.theme')}</Header>
          {themes.map((one: Theme) => (
            <MenuItem key={one} id={one} textValue={words(`frame.theme.${one}`)}>
              {words(`frame.theme.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[me.digits ?? 'latin']}
          onSelectionChange={(chosen) => {
            const digits = digitsOfDesk.find((one) => chosen !== 'all' && chosen.has(one));
            if (digits) change({ digits });
          }}
        >
          <Header>{words('frame.digits')}</Header>
          {digitsOfDesk.map((one) => (
            <MenuItem key={one} id={one} textValue={words(`frame.digits.${one}`)}>
              {words(`frame.digits.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[areSingleKeysOn(me.shortcuts) ? 'on' : 'off']}
          onSelectionChange={(chosen) => {
            if (chosen !== 'all') change({ shortcuts: withSingleKeys(me.shortcuts, chosen.has('on')) });
          }}
        >
          <Header>{words('frame.keys')}</Header>
          {(['on', 'off'] as const).map((one) => (
            <MenuItem key={one} id={one} textValue={words(`frame.keys.${one}`)}>
              {words(`frame.keys.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection>
          <Header>
            <Foreign text={me.name} /> · {words.known('role.', me.role)}
          </Header>
          {(['keys', 'palette'] as const).map((what) => (
            <MenuItem
              key={what}
              textValue={words(`${what}.title`)}
              onAction={() => {
                openOverScreen(what);
              }}
            >
              {words(`${what}.title`)}
            </MenuItem>
          ))}
          <MenuItem onAction={onSignOut} textValue={words('frame.signOut')}>
            {words('frame.signOut')}
          </MenuItem>
        </MenuSection>
      </Menu>
    </Popover>
  );
}
