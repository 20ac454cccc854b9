import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

// Writes the types of the client from the OpenAPI document: set-up runs this whenever that has changed.

const place = (path: string): URL => new URL(`../../../${path}`, import.meta.url);

const document = JSON.parse(readFileSync(place('docs/openapi.json'), 'utf8')) as OpenAPI3;
const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true, immutable: true }));
writeFileSync(place('client/openapi.ts'), `// Made from the OpenAPI document of the gateway.\n${types}`);
