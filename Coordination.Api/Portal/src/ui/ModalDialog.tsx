import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';
import { Icon } from './Icon';
import { labels } from './labels.fr';

interface Props {
  title: string;
  open: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A window over the page: focus stays in it, Escape closes it and gives the focus back. */
export function ModalDialog({ title, open, onClose, children }: Props) {
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable>
      <Modal className="modal">
        <Dialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" label={labels.close} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
