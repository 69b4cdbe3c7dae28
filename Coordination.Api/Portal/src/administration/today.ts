const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' });

/** The day in Paris, as a date field has it. */
export const today = (): string => paris.format(new Date());
