/** Sends each request to the next of several gateways, as a load balancer does. */
export function inTurns(addresses: readonly string[]): typeof globalThis.fetch {
  let next = 0;
  return (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const address = addresses[next++ % addresses.length] ?? '';
    return fetch(new Request(`${address}${pathname}${search}`, request));
  };
}
