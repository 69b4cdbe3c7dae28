import { type KeyboardEvent, useId } from 'react';
import { Button } from '../ui/Button';
import { modalityOf, optionOfKey, type Question, toggleFlag } from './grid';
import { labels } from './labels.fr';

interface Props {
  question: Question;
  value: string | undefined;
  /** What was answered last time, in words. */
  before?: string | undefined;
  /** Null takes the answer back. */
  onAnswer(value: string | null): void;
}

/** A question with its options. A digit chooses, and the next question of the page takes the focus. */
export function AnswerControl({ question, value, before, onAnswer }: Props) {
  const id = useId();
  const activity = question.kind === 'ACTIVITY';
  const chosen = activity ? modalityOf(value) : value;
  const flags = question.kind === 'FLAGS';
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const option = optionOfKey(question, event.key);
    if (!option) return;
    event.preventDefault();
    if (flags) return onAnswer(toggleFlag(question, value, option));
    onAnswer(option);
    const all = [...document.querySelectorAll<HTMLElement>('fieldset[data-question]')];
    const next = all[all.indexOf(event.currentTarget) + 1];
    (
      next?.querySelector<HTMLElement>('input') ??
      document.querySelector<HTMLElement>('.assessment-turn .button-primary')
    )?.focus();
  };
  return (
    <fieldset className="grid-question" data-question={question.code} onKeyDown={onKeyDown}>
      <legend>{question.label}</legend>
      {question.why && <p className="muted">{question.why}</p>}
      <div className="grid-options">
        {question.options.map((option, at) => (
          <label key={option.code}>
            <input
              type={flags ? 'checkbox' : 'radio'}
              name={id}
              checked={flags ? (value ?? '').split(',').includes(option.code) : chosen === option.code}
              onChange={() => onAnswer(flags ? toggleFlag(question, value, option.code) : option.code)}
            />{' '}
            <kbd aria-hidden="true">{at + 1}</kbd> {option.label}
          </label>
        ))}
      </div>
      {before && <p className="grid-before">{before}</p>}
      <div className="grid-more">
        {activity && <Adverbs question={question} value={value} onAnswer={onAnswer} />}
        {value !== undefined && !flags && (
          <Button kind="quiet" label={labels.clearOf(question.label)} onPress={() => onAnswer(null)}>
            {labels.clear}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function Adverbs({ question, value, onAnswer }: Props) {
  const digits = value && /^[01]{4}$/.test(value) ? value : modalityOf(value) === 'C' ? '0000' : '1111';
  return (
    <details className="adverbs">
      <summary>{labels.adverbs}</summary>
      <div role="group" aria-label={labels.adverbsOf(question.label)}>
        {labels.adverb.map((adverb, at) => (
          <label key={adverb}>
            <input
              type="checkbox"
              checked={value !== undefined && digits[at] === '1'}
              onChange={() => onAnswer([...digits].map((d, i) => (i === at ? (d === '1' ? '0' : '1') : d)).join(''))}
            />{' '}
            {adverb}
          </label>
        ))}
      </div>
    </details>
  );
}
