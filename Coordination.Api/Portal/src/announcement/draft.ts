import { type Announcement, emptyAnnouncement } from './form';

let kept: { key: string; form: Announcement } | undefined;

/** A form left half filled is there when its user comes back to it; it lives in the memory of the page and nowhere else. */
export const draftOf = (key: string): Announcement => (kept?.key === key ? kept.form : emptyAnnouncement);
export const keepDraft = (key: string, form: Announcement): void => {
  kept = { key, form };
};
export const forgetDraft = (): void => {
  kept = undefined;
};
