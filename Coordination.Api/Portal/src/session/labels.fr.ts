export const labels = {
  product: 'Coordination',
  purpose: 'La coordination des parcours de santé du territoire',
  title: 'Connexion',
  heading: 'Se connecter',
  enterAs: 'Entrer comme',
  development: 'Environnement de développement : personnes et données inventées.',
  noSignIn:
    'La connexion se fait avec le compte de votre structure. Aucun moyen de connexion n’est ouvert sur ce serveur.',
  help: 'Pas encore d’habilitation ? Adressez-vous au référent de votre structure.',
  expired: 'Votre session est terminée. Reconnectez-vous pour reprendre où vous en étiez.',
  serverSilent: 'Le serveur ne répond pas.',
  serverSilentSafe: 'Rien n’a été perdu. Vérifiez votre connexion puis réessayez.',
  failed: 'La connexion n’a pas abouti. Réessayez.',
  retry: 'Réessayer',
  entering: 'Connexion…',
  opening: 'Ouverture…',
  facts: [
    'Les sorties d’hôpital connues dès l’annonce',
    'Chaque alerte dit pourquoi, et ce qui la résout',
    'Toute l’équipe voit la même chose, en direct',
  ],
};
