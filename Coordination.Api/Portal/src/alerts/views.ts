import type { AlertFilterInput, AlertLineFragment, AlertSortInput, AlertStatus } from '../gql/graphql';

export type ViewName = 'toTreat' | 'mine' | 'team' | 'closed';

interface View {
  where: AlertFilterInput;
  order: AlertSortInput[];
}
// Ascending priority is the most severe first, then the nearest deadline.
const byPriority: AlertSortInput[] = [{ field: 'PRIORITY', direction: 'ASC' }];

/** What each view of the inbox asks the server for. */
export const views: Record<ViewName, View> = {
  toTreat: { where: { status: ['RAISED'] }, order: byPriority },
  mine: { where: { status: ['TAKEN'], takenByMe: true }, order: byPriority },
  team: { where: { status: ['TAKEN'] }, order: byPriority },
  closed: { where: { status: ['RESOLVED', 'ACKNOWLEDGED'] }, order: [{ field: 'RAISED_AT', direction: 'DESC' }] },
};
export const viewNames = Object.keys(views) as ViewName[];

export const isView = (name: string | null): name is ViewName => name !== null && name in views;

/** Whether an alert belongs to a view; `me` is the professional signed in. */
export function belongs(
  view: ViewName,
  alert: Pick<AlertLineFragment, 'status' | 'taken'>,
  me: string | undefined,
): boolean {
  const statuses = views[view].where.status as AlertStatus[];
  return statuses.includes(alert.status) && (view !== 'mine' || alert.taken?.by.id === me);
}
