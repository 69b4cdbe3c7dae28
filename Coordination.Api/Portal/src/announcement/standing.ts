import type { CareNeed, StayDetailFragment } from '../gql/graphql';
import type { labels } from './labels.fr';

type Arrangement = StayDetailFragment['arrangements'][number];
export interface Help {
  need: CareNeed;
  arrangement: Arrangement | undefined;
  standing: keyof typeof labels.states;
}

/** Each need and each confirmation on one line, with how it stands. */
export function helpsOf({ needs, arrangements }: Pick<StayDetailFragment, 'needs' | 'arrangements'>): Help[] {
  const all = [...new Set([...(needs ?? []), ...arrangements.map((one) => one.need)])];
  return all.map((need) => {
    const arrangement = arrangements.find((one) => one.need === need);
    // A confirmation for another date is worth nothing yet, whenever its visit is.
    const standing = !arrangement
      ? 'missing'
      : arrangement.toReconfirm
        ? 'reconfirm'
        : arrangement.late
          ? 'late'
          : 'confirmed';
    return { need, arrangement, standing };
  });
}
