import type { DischargeFilterInput, DischargePageQuery, DischargeSortInput } from '../gql/graphql';
import { labels } from './labels.fr';

export type ViewName = 'current' | 'done';
interface View {
  where: DischargeFilterInput;
  order: DischargeSortInput[];
}

/** Stays under way, the nearest discharge first; then those that are over, the last one first. */
export const views: Record<ViewName, View> = {
  current: { where: { status: ['ADMITTED', 'ANNOUNCED'] }, order: [{ field: 'EXPECTED_AT', direction: 'ASC' }] },
  done: { where: { status: ['DISCHARGED'] }, order: [{ field: 'EXPECTED_AT', direction: 'DESC' }] },
};
export const viewNames = Object.keys(views) as ViewName[];
export const isView = (name: string | null): name is ViewName => name !== null && name in views;

type Row = DischargePageQuery['discharges']['nodes'][number];

/** How far the return home is prepared, in words; undefined for a stay of which no discharge is known. */
export function preparationText(
  row: Pick<Row, 'status' | 'needs' | 'unconfirmedNeeds' | 'covered'>,
): string | undefined {
  if (row.status !== 'ANNOUNCED' && row.status !== 'DISCHARGED') return undefined;
  if (!row.needs) return labels.notAssessed;
  if (row.needs.length === 0) return labels.nothingNeeded;
  return row.covered ? labels.allConfirmed : labels.toConfirm(row.unconfirmedNeeds.length);
}
