import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

interface Props {
  children: ReactNode;
  onPress?(): void;
  kind?: 'primary' | 'plain' | 'quiet';
  type?: 'button' | 'submit';
  disabled?: boolean;
  wide?: boolean;
  label?: string;
  keyShortcut?: string;
}

export function Button({
  children,
  onPress,
  kind = 'plain',
  type = 'button',
  disabled,
  wide,
  label,
  keyShortcut,
}: Props) {
  return (
    <AriaButton
      type={type}
      isDisabled={disabled ?? false}
      onPress={() => onPress?.()}
      className={`button button-${kind}${wide ? ' button-wide' : ''}`}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
      {keyShortcut && (
        <kbd aria-hidden="true" className="button-key">
          {keyShortcut}
        </kbd>
      )}
    </AriaButton>
  );
}
