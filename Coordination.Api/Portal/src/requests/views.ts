import type {
  RequestLineFragment,
  RequestOrigin,
  RequestReason,
  RequestSortField,
  RequestSortInput,
  RequestUrgency,
  RequestView,
  SupportRequestFilterInput,
} from '../gql/graphql';
import { careLabels } from '../ui/care.labels.fr';
import { formatDay } from '../ui/format.fr';
import { labels } from './labels.fr';

export type ViewName = keyof typeof labels.views;
const names: Record<ViewName, RequestView> = {
  toTreat: 'TO_TREAT',
  mine: 'MINE',
  awaiting: 'AWAITING',
  snoozed: 'SNOOZED',
  team: 'TEAM',
  closed: 'CLOSED',
};
export const viewNames = Object.keys(names) as ViewName[];
export const isView = (name: string | null): name is ViewName => name !== null && name in names;

type Placed = Pick<RequestLineFragment, 'status' | 'snoozedUntil' | 'awaiting' | 'assignee'>;
/** Whether a request belongs to a view; `me` is the professional signed in, `today` a day as 2026-11-23. */
export function belongs(view: ViewName, request: Placed, me: string | undefined, today: string): boolean {
  const open = request.status === 'RECEIVED' || request.status === 'TAKEN';
  if (view === 'closed' || !open) return view === 'closed' && !open;
  const asleep = !!request.snoozedUntil && request.snoozedUntil.slice(0, 10) > today;
  if (asleep) return view === (request.awaiting ? 'awaiting' : 'snoozed');
  if (view === 'toTreat') return request.status === 'RECEIVED';
  return request.status === 'TAKEN' && (view === 'team' || (view === 'mine' && request.assignee?.id === me));
}

/** What the address of the screen says: the view, the filters and the sort. A name is never in it. */
export interface Asked {
  view: ViewName;
  urgency: RequestUrgency | undefined;
  reason: RequestReason | undefined;
  origin: RequestOrigin | undefined;
  overdue: boolean;
  order: RequestSortField;
}
const known = <T extends string>(table: Readonly<Record<T, string>>, value: string | null): T | undefined =>
  value !== null && value in table ? (value as T) : undefined;

export function readAsked(params: URLSearchParams): Asked {
  const view = params.get('view');
  return {
    view: isView(view) ? view : 'toTreat',
    urgency: known(careLabels.urgencies, params.get('urgence')),
    reason: known(labels.reasons, params.get('motif')),
    origin: known(careLabels.origins, params.get('origine')),
    overdue: params.get('retard') === 'oui',
    order: known(labels.orders, params.get('tri')) ?? 'PRIORITY',
  };
}
export function writeAsked(asked: Asked): string {
  const params = new URLSearchParams();
  if (asked.view !== 'toTreat') params.set('view', asked.view);
  if (asked.urgency) params.set('urgence', asked.urgency);
  if (asked.reason) params.set('motif', asked.reason);
  if (asked.origin) params.set('origine', asked.origin);
  if (asked.overdue) params.set('retard', 'oui');
  if (asked.order !== 'PRIORITY') params.set('tri', asked.order);
  const text = params.toString();
  return text ? `/demandes?${text}` : '/demandes';
}
export const isFiltered = ({ urgency, reason, origin, overdue }: Asked): boolean =>
  !!(urgency || reason || origin || overdue);

export const filterOf = (
  asked: Asked,
  text: string,
): { where: SupportRequestFilterInput; order: RequestSortInput } => ({
  where: {
    view: names[asked.view],
    ...(asked.urgency ? { urgency: [asked.urgency] } : {}),
    ...(asked.reason ? { reason: [asked.reason] } : {}),
    ...(asked.origin ? { origin: [asked.origin] } : {}),
    ...(asked.overdue ? { overdue: true } : {}),
    ...(text.trim() ? { text: text.trim() } : {}),
  },
  order: { field: asked.order, direction: asked.order === 'RECEIVED_AT' ? 'DESC' : 'ASC' },
});

/** Where a request stands, in words and with the name of who acts. */
export function statusText(
  { status, assignee, receipt, snoozedUntil, awaiting }: Placed & Pick<RequestLineFragment, 'receipt'>,
  today: string,
): string {
  const open = status === 'RECEIVED' || status === 'TAKEN';
  if (open && snoozedUntil && snoozedUntil.slice(0, 10) > today)
    return awaiting
      ? labels.awaits(labels.awaiting[awaiting], formatDay(snoozedUntil))
      : labels.snoozedUntil(formatDay(snoozedUntil));
  if (status === 'TAKEN')
    return labels.status.TAKEN(assignee?.displayName ?? receipt.takenBy?.displayName ?? labels.someone);
  return labels.status[status];
}
