/** A dialog that is read and closed: with its button, with Escape, or by a press beside it. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../language/words.js';
import { Button } from './button.js';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function ClosingDialog({ title, onClose, children }: Props) {
  const words = useWords();
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog">
        <Dialog className="stack">
          <Heading slot="title">{title}</Heading>
          {children}
          <div className="row">
            <Button kind="primary" onPress={onClose}>
              {words('close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
