import type { RequestLineFragment, RequestStatus, SupportRequestFilterInput } from '../gql/graphql';
import { labels } from './labels.fr';

export type ViewName = 'received' | 'taken' | 'withdrawn';
const statuses: Record<ViewName, RequestStatus> = { received: 'RECEIVED', taken: 'TAKEN', withdrawn: 'WITHDRAWN' };
export const viewNames = Object.keys(statuses) as ViewName[];

export const isView = (name: string | null): name is ViewName => name !== null && name in statuses;
export const filterOf = (view: ViewName): SupportRequestFilterInput => ({ status: [statuses[view]] });
export const belongs = (view: ViewName, request: Pick<RequestLineFragment, 'status'>): boolean =>
  request.status === statuses[view];

/** Where a request stands, in words and with the name of who acts. */
export function statusText({ status, receipt }: Pick<RequestLineFragment, 'status' | 'receipt'>): string {
  if (status === 'TAKEN') return labels.status.TAKEN(receipt.takenBy?.displayName ?? labels.someone);
  return labels.status[status];
}
