// The one page of the demo's providers.
const titles = { psc: 'Pro Santé Connect (démonstration)', structure: 'Compte de structure (démonstration)' };
const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** The page on which a demo user is chosen, or that says what went wrong. */
export const loginPage = (provider, users, { action = '', problem = '' }) => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(titles[provider])}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; display: grid; min-height: 100vh; place-items: center; background: #f4f6f8; color: #1c2733; }
  main { background: #fff; padding: 2rem; border-radius: .5rem; max-width: 26rem; width: calc(100% - 4rem); }
  button { display: block; width: 100%; margin: .5rem 0; padding: .6rem 1rem; font: inherit; text-align: left; border: 1px solid #5b6b7b; border-radius: .3rem; background: #fff; cursor: pointer; }
  button:focus-visible { outline: 3px solid #1a56c4; outline-offset: 2px; }
</style>
<main>
  <h1>${escape(titles[provider])}</h1>
  ${problem ? `<p role="alert">${escape(problem)}</p>` : '<p>Utilisateurs inventés, sans mot de passe.</p>'}
  <form method="post" action="${escape(action)}">
    ${users.map((user) => `<button name="user" value="${escape(user.id)}">${escape(`${user.given} ${user.family}`)}</button>`).join('\n    ')}
  </form>
</main>
</html>`;
