export const historyLabels = { occurred: 'survenu', recorded: 'connu' };
