// A real OpenID Connect provider for the browser tests: `oidc-provider`, with people of its own.
//
// Who signs in is chosen by pressing a name. `POST /test/down` lets it answer nobody but browsers, `POST /test/up` ends that.

import { generateKeyPairSync, randomUUID } from "node:crypto";

import Provider from "oidc-provider";

/** What the server is configured with. */
export const CLIENT_ID = "startlinje";
export const CLIENT_SECRET = "a-secret-between-the-two-of-them";

/** The provider of the server on a port. */
export function providerPort(port) {
  return port + 100;
}

/** Who can sign in there, and what is said of them. */
const PEOPLE = {
  asta: { name: "Asta fra udbyderen", groups: ["hjaelpere"], acr: "high" },
  karl: { name: "Karl fra udbyderen", groups: ["fodbold", "planlaeggere"], acr: "high" },
  lone: { name: "Lone fra udbyderen", groups: ["laerere"], acr: "high" },
  fremmed: { name: "En fremmed", groups: ["fodbold"], acr: "high" },
  usikker: { name: "En usikker", groups: ["hjaelpere"], acr: "low" },
};

/** The configuration of a server that has this provider. */
export function configuration(port) {
  const rules = {
    role_claim: "groups",
    roles: [
      { value: "planlaeggere", role: "coordinator" },
      { value: "hjaelpere", role: "adviser" },
      { value: "laerere", role: "teacher" },
    ],
    name_claim: "name",
    enough_assurance: ["high"],
  };
  const table = { name: "Fjordby", scopes: ["staff"], new_accounts: "create", client_id: CLIENT_ID };
  const oidc = { ...table, issuer: issuer(port), client_secret: CLIENT_SECRET, rules };
  return `oidc = ${inToml(oidc)}\n`;
}

/** Starts it. */
export function startProvider(port) {
  const here = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer(port), {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${here}/personale/log-ind/retur`],
        post_logout_redirect_uris: [`${here}/personale/log-ind`],
        backchannel_logout_uri: `${here}/personale/log-ud/besked`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ["sub"], staff: ["name", "groups"], acr: null },
    scopes: ["openid", "staff"],
    conformIdTokenClaims: false,
    acrValues: ["low", "high"],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id], acr: undefined }) }),
    loadExistingGrant,
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource: logoutSource },
    },
    ttl: { Session: 3600, Interaction: 3600, Grant: 3600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
  });
  provider.use(interactions(provider));
  return provider.listen(providerPort(port), "127.0.0.1");
}

function issuer(port) {
  return `http://127.0.0.1:${providerPort(port)}`;
}

/** A value as TOML has it on one line. */
function inToml(value) {
  if (Array.isArray(value)) return `[${value.map(inToml).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key} = ${inToml(inner)}`)
    .join(", ")}}`;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: randomUUID() };
}

/** Nobody is asked whether the server may know who they are. */
async function loadExistingGrant(ctx) {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope("openid staff");
  await grant.save();
  return grant;
}

async function logoutSource(ctx, form) {
  const button = '<button type="submit" form="op.logoutForm" name="logout" value="yes">Log ud her også</button>';
  ctx.body = page("Log ud", form ? form + button : "<p>Du er logget ud.</p>");
}

function interactions(provider) {
  let down = false;
  return async (ctx, next) => {
    if (ctx.path === "/test/down" || ctx.path === "/test/up") {
      down = ctx.path.endsWith("down");
      ctx.status = 204;
    } else if (down && !ctx.path.startsWith("/interaction/") && !ctx.path.startsWith("/auth")) {
      ctx.status = 503;
    } else if (ctx.path.startsWith("/interaction/")) {
      await interact(provider, ctx);
    } else {
      await next();
    }
  };
}

async function interact(provider, ctx) {
  const pressed = new URLSearchParams(ctx.querystring).get("person");
  if (pressed === "ingen") {
    await provider.interactionFinished(ctx.req, ctx.res, { error: "access_denied" });
  } else if (pressed) {
    const login = { accountId: pressed, acr: PEOPLE[pressed].acr };
    await provider.interactionFinished(ctx.req, ctx.res, { login });
  } else {
    const buttons = [...Object.keys(PEOPLE), "ingen"].map((id) => `<button name="person" value="${id}">${id}</button>`);
    ctx.body = page("Hvem er du?", `<form>${buttons.join(" ")}</form>`);
    return;
  }
  ctx.respond = false;
}

function page(title, body) {
  return `<!DOCTYPE html><html lang="da"><title>${title}</title><link rel="icon" href="data:,"><h1>${title}</h1>${body}</html>`;
}
