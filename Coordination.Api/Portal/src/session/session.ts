import { sameSite } from '../graphql/client';

export interface DemoUser {
  key: string;
  label: string;
}
export interface Session {
  authenticated: boolean;
  development: boolean;
  demoUsers: DemoUser[];
  user?: { displayName: string; role: string; organization: string };
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

export const enterAs = (role: string): Promise<void> => post('/session/demo', { role });
export const signOut = (): Promise<void> => post('/session/logout');
