export const labels = {
  title: 'Messages en quarantaine',
  what: 'Messages refusés par la plateforme, gardés 7 jours pour être corrigés à la source. Chaque lecture est tracée.',
  empty: 'Aucun message en quarantaine : tout ce qui est arrivé a été lu.',
  received: 'Reçu',
  expires: 'Effacé',
  content: 'Contenu du message',
};
