// A browser without JavaScript: it keeps its cookie, sends forms as they stand on a page, and follows where they lead.

/** Somebody with a browser of their own. */
export function newVisitor(base) {
  return {
    cookie: undefined,
    /** A page, as HTML. */
    get(path) {
      return send(this, base + path, {});
    },
    /** Sends a form and tells where it leads. */
    async post(form) {
      const answer = await send(this, base + form.action, { method: "POST", body: new URLSearchParams(form.fields) });
      if (!answer.leadsTo) throw new Error(`${form.action} leads nowhere: ${answer.status} ${answer.body.slice(0, 200)}`);
      return new URL(answer.leadsTo, base).pathname;
    },
  };
}

/** The form of a page that is sent to an address, with its hidden fields; nothing when there is none. */
export function formTo(html, action) {
  const [form] = new RegExp(`<form [^>]*action="${action}"[^]*?</form>`).exec(html) ?? [];
  if (form === undefined) return undefined;
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return { action, html: form, fields: Array.from(hidden, ([, name, value]) => [name, value]) };
}

async function send(visitor, address, request) {
  const headers = { accept: "text/html", origin: new URL(address).origin };
  if (visitor.cookie) headers.cookie = visitor.cookie;
  const answer = await fetch(address, { ...request, headers, redirect: "manual" });
  const body = await answer.text();
  if (answer.status >= 400) throw new Error(`${address} answers ${answer.status}: ${body.slice(0, 200)}`);
  const [cookie] = answer.headers.getSetCookie();
  if (cookie) visitor.cookie = cookie.split(";")[0];
  return { status: answer.status, body, leadsTo: answer.headers.get("location") };
}
