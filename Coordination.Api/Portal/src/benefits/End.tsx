import { labels } from './labels.fr';

/** How long until a right ends, in words; the colour only underlines them. */
export function End({ days }: { days: number | null | undefined }) {
  if (days == null || days > 90) return null;
  return (
    <span className={`right-end ${days < 0 ? 'right-over' : days <= 30 ? 'right-soon' : ''}`}>{labels.ends(days)}</span>
  );
}
