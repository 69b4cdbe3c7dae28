// The demo's identity providers: one with the conventions of Pro Santé Connect, one with those of Keycloak, on one port of this machine.
// Invented users, no password: whoever can open this port can be anyone of them. For Development only.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import Provider, { interactionPolicy } from 'oidc-provider';
import { conventions } from './claims.mjs';
import { loginPage } from './page.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, keys: { type: 'string' }, portal: { type: 'string', multiple: true, default: [] } },
});
const secret = process.env.COORDINATION_IDP_SECRET;
if (!secret) throw new Error('COORDINATION_IDP_SECRET is not set');
const portals = values.portal.map((origin) => new URL(origin).origin);
const users = JSON.parse(readFileSync(new URL('./users.json', import.meta.url)));
const resource = 'coordination-api';
const halfDay = 12 * 60 * 60;

// A key has a name of its own, or whoever knows the one before would take a good signature for a forged one. Kept in a file when one is
// named, so that tokens outlive a restart.
const newKeys = () => [
  { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: randomUUID() },
  { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomUUID() },
];
const known = values.keys && existsSync(values.keys) ? JSON.parse(readFileSync(values.keys)) : undefined;
const keys = known ?? Object.fromEntries(Object.keys(users).map((name) => [name, newKeys()]));
if (values.keys && !known) writeFileSync(values.keys, JSON.stringify(keys), { mode: 0o600 });

const server = createServer((request, response) => route(request, response));
await new Promise((ready) => server.listen(Number(values.port), '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;

function providerOf(name) {
  const byId = new Map(users[name].map((user) => [user.id, user]));
  const claimsOf = (id) => conventions[name](byId.get(id));
  const policy = interactionPolicy.base();
  // The demo's own client is agreed to beforehand: there is nothing to ask.
  policy.remove('consent');
  const provider = new Provider(`${origin}/${name}`, {
    clients: [
      {
        client_id: 'coordination-portal',
        client_secret: secret,
        redirect_uris: portals.length ? portals.map((p) => `${p}/session/callback`) : ['http://127.0.0.1/session/callback'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
        ...(name === 'psc' ? { userinfo_signed_response_alg: 'ES256' } : {}),
        ...(portals.length ? { backchannel_logout_uri: `${portals[0]}/session/backchannel-logout`, backchannel_logout_session_required: true } : {}),
      },
      // A machine's way in for each demo user: what ops/token asks.
      ...users[name].map((user) => ({
        client_id: user.id,
        client_secret: secret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      })),
    ],
    jwks: { keys: keys[name] },
    cookies: { keys: [secret] },
    scopes: ['openid', 'profile', 'scope_all'],
    claims: { openid: ['sub'], profile: Object.keys(claimsOf(users[name][0].id)), scope_all: Object.keys(claimsOf(users[name][0].id)) },
    acrValues: ['eidas1'],
    pkce: { required: () => true },
    interactions: { policy, url: (_, interaction) => `/${name}/enter/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      jwtUserinfo: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (context) => (context.oidc.params?.grant_type === 'client_credentials' ? `urn:${resource}` : undefined),
        useGrantedResource: () => false,
        getResourceServerInfo: () => ({ scope: '', audience: resource, accessTokenTTL: halfDay, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }),
      },
    },
    extraTokenClaims: (_, token) => (token.kind === 'ClientCredentials' && byId.has(token.clientId) ? claimsOf(token.clientId) : undefined),
    // The portal is on this machine, which the provider's own guard would not call.
    fetch: (address, options) => fetch(address, { ...options, dispatcher: undefined, signal: AbortSignal.timeout(2500) }),
    ttl: { AccessToken: 300, ClientCredentials: halfDay, Grant: 600, IdToken: 300, Interaction: 600, Session: halfDay },
    async findAccount(_, id) {
      return byId.has(id) ? { accountId: id, claims: () => ({ ...claimsOf(id), sub: id }) } : undefined;
    },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope('openid profile scope_all');
      grant.addOIDCClaims(Object.keys(claimsOf(users[name][0].id)));
      await grant.save();
      return grant;
    },
    renderError(context, out) {
      context.type = 'html';
      context.body = loginPage(name, [], { problem: out.error_description ?? out.error });
    },
  });
  provider.on('backchannel.error', (_, error, client) => console.log(`back-channel logout of ${client.clientId} failed: ${error.message}`));
  provider.on('backchannel.success', (_, client) => console.log(`back-channel logout of ${client.clientId} obeyed`));
  return { provider, callback: provider.callback(), enter: (request, response) => enter(provider, name, byId, request, response) };
}

// The sign-in page: a user of the hint enters at once, anybody else chooses.
async function enter(provider, name, byId, request, response) {
  try {
    const { params } = await provider.interactionDetails(request, response);
    const chosen = request.method === 'POST' ? new URLSearchParams(await body(request)).get('user') : `demo-${params.login_hint}`;
    if (byId.has(chosen))
      return await provider.interactionFinished(request, response, { login: { accountId: chosen, acr: 'eidas1' } }, { mergeWithLastSubmission: false });
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(loginPage(name, [...byId.values()], { action: request.originalUrl }));
  } catch {
    response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
    response.end(loginPage(name, [], { problem: 'Cette demande de connexion a expiré.' }));
  }
}

async function body(request) {
  let text = '';
  for await (const part of request) {
    text += part;
    if (text.length > 4096) throw new Error('too long');
  }
  return text;
}

const providers = Object.fromEntries(Object.keys(users).map((name) => [name, providerOf(name)]));

function route(request, response) {
  const name = request.url.split('/')[1];
  if (!Object.hasOwn(providers, name)) return response.writeHead(404).end();
  request.originalUrl = request.url;
  if (request.url.startsWith(`/${name}/enter/`)) return providers[name].enter(request, response);
  request.url = request.url.slice(name.length + 1);
  providers[name].callback(request, response);
}

console.log(`Ready: ${origin}`);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
