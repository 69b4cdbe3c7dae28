export const labels = {
  title: 'Analyse',
  empty:
    'Aucun indicateur n’est encore calculé. Cet écran ne montrera que des résultats agrégés : jamais une personne, jamais un effectif inférieur à 11.',
};
