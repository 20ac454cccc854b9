/** What a browser does with cookies, redirects and the headers that say where a request comes from; it runs no script. */
export type Browser = ReturnType<typeof browser>;

type Sent = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

export function browser(clock: () => number = Date.now) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL): Map<string, string> => {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    return jar;
  };

  function take(jar: Map<string, string>, response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const at = pair.indexOf('=');
      const expires = attributes.find((part) => part.toLowerCase().startsWith('expires='))?.slice('expires='.length);
      if (expires !== undefined && Date.parse(expires) <= clock()) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** One request, with the cookies of its host. */
  async function send(address: string | URL, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
    const url = new URL(address);
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...(cookie ? { cookie } : {}), ...headers };
    const response = await fetch(url, { method, headers: sent, redirect: 'manual', ...(body === undefined ? {} : { body }) });
    take(jar, response);
    return response;
  }

  return {
    send,
    /** Goes where it is sent, as often as that is. Answers the last page and its address. */
    async visit(address: string | URL, sent: Sent = {}): Promise<{ readonly url: URL; readonly response: Response }> {
      let url = new URL(address);
      let response = await send(url, sent);
      for (let next = response.headers.get('location'); response.status >= 300 && next !== null; next = response.headers.get('location')) {
        url = new URL(next, url);
        response = await send(url);
      }
      return { url, response };
    },
    /** The value of a cookie that this browser has for a host. */
    cookie: (host: string, name: string): string | undefined => jars.get(host)?.get(name),
    /** Puts a cookie in the place of what was there. */
    keep: (host: string, name: string, value: string): void => void jarOf(new URL(`http://${host}`)).set(name, value),
  };
}
