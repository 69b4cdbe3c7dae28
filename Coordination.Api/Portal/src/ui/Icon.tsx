const paths = {
  check: 'M4 10.5 8.2 15 16 5.5',
  user: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 7c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5',
  next: 'M7.5 4.5 13 10l-5.5 5.5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  refresh: 'M16 10a6 6 0 1 1-1.9-4.4M16.5 2.5v3.6h-3.6',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.5V10l3 2',
  inbox: 'M3 11.5 5 4h10l2 7.5V16H3v-4.5Zm0 0h4l1 2h4l1-2h4',
  hospital: 'M4 17.5v-13h12v13M2.5 17.5h15M10 7v5M7.5 9.5h5M8.5 17.5V15h3v2.5',
  chart: 'M3 17h14M5.5 14v-4M10 14V5M14.5 14V8',
  shield: 'M10 2.5 16.5 5v5c0 4-3 6.5-6.5 7.5C6.5 16.5 3.5 14 3.5 10V5L10 2.5Z',
  keyboard: 'M2.5 5h15v10h-15V5Zm3 3h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6 12h8',
  announce: 'M3 8.5v3.5h3l7 4V4.5l-7 4H3Zm13-.5a4 4 0 0 1 0 4.5',
  close: 'M5 5l10 10M15 5 5 15',
  print: 'M6 7V3h8v4M6 14H3V7.5h14V14h-3M6 12h8v5H6v-5Z',
  search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.3-1.7L17 17',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7M3 3v3.5h3.5M10 6.5V10l2.5 1.7',
  phone:
    'M6 3 8 7.2 6.3 8.7c.9 2 2.5 3.6 4.6 4.7L12.6 12l4.2 2c-.2 2-1.5 3.2-3.6 3C7.6 16.3 3.6 12.3 3 6.8 2.8 4.7 4 3.2 6 3Z',
  help: 'M10 10a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 10 10Zm-7 5.5c2-1.5 3.8-1.6 5.5-.6l2 .9h3c1.6 0 1.6-2 0-2h-2M13.5 15l3-2.2',
  question:
    'M7.3 7.5a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2 1-1.2 1.9M10 14.5h.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z',
  settings: 'M4 6h7m4 0h1M4 14h1m4 0h7M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-6 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  exit: 'M12 3.5H4v13h8M8.5 10H17m-3-3.5 3.5 3.5-3.5 3.5',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside words: it says nothing of its own to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" />
      <path d="M11 21.5 16 10l5 11.5M11 21.5h10" />
      <circle cx="16" cy="9.5" r="3.2" />
      <circle cx="10.6" cy="22" r="3.2" />
      <circle cx="21.4" cy="22" r="3.2" />
    </svg>
  );
}
