import type { Router } from 'express';
import { BadRequest } from './problem.ts';

type Route = { readonly path: string; readonly method: string };

/** Refuses the methods that known paths do not have, and lists those that they have. Call it when all routes are made. */
export function refuseOtherMethods(router: Router, routes: readonly Route[]): void {
  for (const [path, known] of Map.groupBy(routes, (route) => route.path)) {
    const methods = known.map(({ method }) => method.toUpperCase());
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted().join(', ');
    router.all(path, (request, _response, next) => {
      // The router itself answers these.
      if (request.method === 'OPTIONS') return next();
      throw new BadRequest(405, 'MethodIsNotAllowed', [], { Allow: allowed });
    });
  }
}
