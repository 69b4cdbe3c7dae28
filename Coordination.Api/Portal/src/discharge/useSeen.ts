import { type RefObject, useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import { MarkAnnouncementSeenDocument } from '../gql/graphql';

/** So long in view counts as read; less may be a glance on the way to another row. */
const seenAfterMs = 1_000;

interface Announcement {
  id: string;
  seen: boolean;
}

/**
 * Says once that an announcement was before the reader's eyes: its element in the window, and the tab shown, for a second.
 * `announcement` is undefined when there is none, or the reader's eyes are not those of the coordination.
 */
export function useSeen(element: RefObject<HTMLElement | null>, announcement: Announcement | undefined): void {
  const [, send] = useMutation(MarkAnnouncementSeenDocument);
  const sent = useRef(new Set<string>());
  const { id, seen } = announcement ?? { id: undefined, seen: true };
  useEffect(() => {
    const target = element.current;
    if (!target || id === undefined || seen || sent.current.has(id)) return;
    let inView = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (!inView || document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        sent.current.add(id);
        // A lost message only delays what the hospital reads: the next look says it again.
        void send({ input: { id, commandId: crypto.randomUUID() } }).then(
          ({ error }) => error && sent.current.delete(id),
        );
      }, seenAfterMs);
    };
    const observer = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? false;
      look();
    });
    observer.observe(target);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
    };
  }, [element, id, seen, send]);
}
