// The school's identity as tests need it: real OpenID Connect, with handles to go wrong.
// Settings come as JSON in the environment; handles are under /control/.
import * as http from 'node:http';
import * as jose from 'jose';
import { Provider } from 'oidc-provider';

const { port, clients } = JSON.parse(process.env.IDENTITY_SERVER);
const issuer = `http://127.0.0.1:${port}`;
const handles = {};
let keys = [];
let provider;

function reset() {
  Object.assign(handles, { accounts: {}, signedInAs: '', refuses: false, tamper: null, foreign: false, down: false });
}

async function newKey(kid) {
  const pair = await jose.generateKeyPair('RS256', { extractable: true });
  return { ...(await jose.exportJWK(pair.privateKey)), kid, alg: 'RS256', use: 'sig' };
}

const account = (sub) => ({ accountId: sub, claims: () => ({ sub, ...(handles.accounts[sub] ?? {}) }) });

function made() {
  const one = new Provider(issuer, {
    clients,
    jwks: { keys },
    cookies: { keys: ['of-the-tests'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'unit', 'auth_time'] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        logoutSource: (ctx, form) => {
          ctx.body = `<!DOCTYPE html><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out here</button>`;
        },
      },
    },
    findAccount: (ctx, sub) => account(sub),
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new one.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, IdToken: 600, Interaction: 600, Grant: 600, Session: 600 },
    // The portal is on this machine, where the service would send nothing by itself.
    fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined }),
    renderError: (ctx, out) => { ctx.body = JSON.stringify(out); },
  });
  one.use(async (ctx, next) => {
    await next();
    if (ctx.path === '/token' && ctx.body?.id_token && (handles.tamper || handles.foreign)) {
      ctx.body.id_token = await signed({ ...jose.decodeJwt(ctx.body.id_token), ...(handles.tamper?.claims ?? {}) }, handles.tamper?.header);
    }
    if (ctx.path.startsWith('/auth') && handles.tamper?.iss) {
      const to = ctx.response.get('location');
      if (to) ctx.set('location', to.replace(/([?&])iss=[^&]*/, `$1iss=${encodeURIComponent(handles.tamper.iss)}`));
    }
  });
  return one;
}

// A token of this service, or with the name of its key and signed by another.
async function signed(claims, header = {}) {
  if (header?.alg === 'none') return new jose.UnsecuredJWT(claims).encode();
  if (header?.alg === 'HS256') {
    const shared = new TextEncoder().encode(clients[0].client_secret);
    return new jose.SignJWT(claims).setProtectedHeader({ kid: keys[0].kid, ...header }).sign(shared);
  }
  const key = handles.foreign ? await newKey(keys[0].kid) : keys[0];
  return new jose.SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keys[0].kid, ...header }).sign(await jose.importJWK(key, 'RS256'));
}

async function read(req) {
  let text = '';
  for await (const part of req) text += part;
  return text;
}

function answer(res, said, type = 'application/json') {
  res.writeHead(200, { 'Content-Type': type });
  res.end(type === 'application/json' ? JSON.stringify(said) : said);
}

async function control(req, res) {
  const said = JSON.parse((await read(req)) || '{}');
  const what = req.url.slice('/control/'.length);
  if (what === 'reset') {
    reset();
  } else if (what === 'set') {
    Object.assign(handles, said);
  } else if (what === 'rotate') {
    keys = [await newKey(`key-${Date.now()}`)];
    provider = made();
  } else if (what === 'sign') {
    return answer(res, { token: await signed(said.claims, said.header) });
  }
  return answer(res, {});
}

const page = `<!DOCTYPE html><meta name="viewport" content="width=device-width"><title>School identity</title>
<h1>School identity</h1><form method="post"><label>Account <input name="account"></label>
<button name="act" value="in">Sign in</button> <button name="act" value="out">Cancel</button></form>`;

async function interaction(req, res) {
  const details = await provider.interactionDetails(req, res);
  let sub = handles.signedInAs;
  if (!sub && !handles.refuses) {
    if (req.method !== 'POST') return answer(res, page, 'text/html');
    const typed = new URLSearchParams(await read(req));
    sub = typed.get('act') === 'in' ? typed.get('account') : '';
  }
  const result = sub
    ? { login: { accountId: sub } }
    : { error: handles.refuses || 'access_denied', error_description: 'no' };
  return provider.interactionFinished(req, res, result, { mergeWithLastSubmission: Boolean(details.lastSubmission) });
}

reset();
keys = [await newKey('key-1')];
provider = made();
http.createServer((req, res) => {
  if (req.url.startsWith('/control/')) return control(req, res);
  if (handles.down) {
    res.writeHead(503);
    return res.end();
  }
  if (req.url.startsWith('/interaction/')) return interaction(req, res);
  return provider.callback()(req, res);
}).listen(port, '127.0.0.1', () => console.log('ready'));
