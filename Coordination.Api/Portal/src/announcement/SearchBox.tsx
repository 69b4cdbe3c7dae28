import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from '../app/Announcer';
import { labels } from './labels.fr';

interface Props<T> {
  label: string;
  error: string | undefined;
  name: string;
  hint?: string;
  text: string;
  options: readonly T[];
  keyOf(option: T): string;
  /** Shown when what was typed has no match. */
  none: string;
  /** A last line that is always offered. */
  other?: { label: string; choose(): void };
  optionOf(option: T): ReactNode;
  onType(text: string): void;
  onChoose(option: T): void;
}

/** A field that searches: the first match is ready under Enter, arrows walk through the others. */
export function SearchBox<T>(props: Props<T>) {
  const { label, error, name, hint, text, options, keyOf, none, other, optionOf, onType, onChoose } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const count = options.length + (other ? 1 : 0);
  const searched = text.trim() !== '';
  const at = Math.min(active, count - 1);
  // A list that shrank while the focus was in it says so once, not at each key.
  useEffect(() => {
    if (open && searched) announce(labels.options(options.length));
  }, [open, searched, options.length, announce]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const choose = (index: number) => {
    const option = options[index];
    setOpen(false);
    if (option !== undefined) onChoose(option);
    else other?.choose();
  };
  return (
    <div className="field search-box">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={hint}
        value={text}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && count > 0 ? `${id}-${at}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => {
          onType(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (open) setActive((at + (event.key === 'ArrowDown' ? 1 : count - 1)) % Math.max(count, 1));
            setOpen(true);
          } else if (event.key === 'Enter') {
            event.preventDefault();
            if (open && count > 0) choose(at);
          } else if (event.key === 'Escape' && open) {
            event.stopPropagation();
            setOpen(false);
          }
        }}
      />
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={label}
        className="search-options"
        hidden={!open || (count === 0 && !searched)}
      >
        {options.map((option, index) => (
          <div
            key={keyOf(option)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // The field keeps the focus: leaving it would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(index);
            }}
          >
            {optionOf(option)}
          </div>
        ))}
        {options.length === 0 && searched && (
          <div role="option" aria-selected={false} aria-disabled className="search-none">
            {none}
          </div>
        )}
        {other && (
          <div
            id={`${id}-${options.length}`}
            role="option"
            aria-selected={options.length === at}
            className="search-other"
            onMouseDown={(event) => {
              event.preventDefault();
              choose(options.length);
            }}
          >
            {other.label}
          </div>
        )}
      </div>
      {error && (
        <span id={`${id}-error`} className="field-error">
          {error}
        </span>
      )}
    </div>
  );
}
