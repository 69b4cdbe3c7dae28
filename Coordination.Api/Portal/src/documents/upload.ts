import type { DataClass, DocumentKind } from '../gql/graphql';
import { sameSite } from '../graphql/client';
import type { Outcome } from '../graphql/useCommand';

/** What is said of a file that is deposited. */
export interface Metadata {
  kind: DocumentKind;
  class: DataClass;
  title: string;
  datedOn?: string;
  /** Id of the document whose place it takes. */
  replaces?: string;
  /** Sent again with the same id, it is the same document. */
  commandId: string;
}

/** Largest content, in bytes: the server's own limit. */
export const largest = 20 * 1024 * 1024;

/** Sends a file about a person; `progress` is told how much of it has left, from 0 to 1. */
export function upload(
  recordId: string,
  metadata: Metadata,
  file: File,
  progress: (share: number) => void,
): Promise<Outcome> {
  const body = new FormData();
  body.append('metadata', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
  body.append('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/documents/${encodeURIComponent(recordId)}`);
    for (const [name, value] of Object.entries(sameSite)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => resolve(outcomeOf(request.status, request.response));
    request.onerror = () => resolve({ kind: 'lost' });
    request.onabort = request.onerror;
    request.send(body);
  });
}

/** What the server's answer means. */
export function outcomeOf(status: number, answer: unknown): Outcome {
  if (status === 201) return { kind: 'done' };
  const { code, message } = (answer ?? {}) as { code?: string; message?: string };
  return code && message ? { kind: 'refused', error: { code, message } } : { kind: 'lost' };
}
