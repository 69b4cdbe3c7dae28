import { sameSite } from '../graphql/client';

export interface DemoUser {
  key: string;
  provider: string;
  label: string;
}
export interface Activity {
  id: string;
  organization: string;
  label: string;
}
export interface ProviderEntry {
  name: string;
  convention: 'ProSanteConnect' | 'Keycloak';
}
export interface Session {
  authenticated: boolean;
  development: boolean;
  providers: ProviderEntry[];
  demoUsers: DemoUser[];
  /** Who a provider vouched for, be there a right or not. */
  identity?: { displayName: string } | null;
  /** Every activity in which this person may act. */
  activities: Activity[];
  user?: { displayName: string; role: string; organization: string; activity: string } | null;
}

async function post(path: string, body?: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...sameSite, 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

export async function readSession(): Promise<Session> {
  const response = await fetch('/session', { credentials: 'same-origin', headers: sameSite, cache: 'no-store' });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as Session;
}

/** Where sign-in at a provider begins; it comes back to the page that was asked for. */
export function signInAddress(provider: string, returnTo: string, hint?: string): string {
  const query = new URLSearchParams({ provider, return: returnTo });
  if (hint) query.set('hint', hint);
  return `/session/login?${query}`;
}
/** The page asked for, without what a sign-in that failed left in the address. */
export function pageAsked(location: Pick<Location, 'pathname' | 'search'>): string {
  const query = new URLSearchParams(location.search);
  query.delete('signin');
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
}
const lastActivity = 'coordination.activity';
/** The activity chosen last on this machine: offered first, never taken without asking. */
export const lastActivityOf = (activities: readonly Activity[]): Activity[] => {
  const last = localStorage.getItem(lastActivity);
  return [...activities].sort((a, b) => Number(b.id === last) - Number(a.id === last));
};
export async function chooseActivity(activity: string): Promise<void> {
  await post('/session/activity', { activity });
  localStorage.setItem(lastActivity, activity);
}
export const signOut = (): Promise<void> => post('/session/logout');
