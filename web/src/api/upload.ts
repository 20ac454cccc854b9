import { problemOf } from '@junkan/client/problem.ts';
import type { Schemas } from './client.ts';

/** Where nothing came back at all. */
const NO_ANSWER = new TypeError('no answer came');

/** Sends a file, and tells how much of it is sent, between 0 and 1. */
const sent = <Answer>(path: string, file: File, mediaType: string, onSent: (share: number) => void): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1${path}`);
    request.setRequestHeader('content-type', mediaType);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(NO_ANSWER);
    request.onload = () => {
      const { status, statusText, response } = request;
      if (status === 201) resolve(response as Answer);
      else reject(problemOf(`POST ${path.split('?')[0]}`, new Response(null, { status, statusText }), response));
    };
    request.send(file);
  });

/** Uploads a file as evidence. The same file again has one effect. */
export const upload = (file: File, mediaType: string, onSent: (share: number) => void): Promise<Schemas['Evidence']> =>
  sent(`/evidence?name=${encodeURIComponent(file.name)}`, file, mediaType, onSent);

/** Imports a file of a bank's statements. The same file again changes nothing. */
export const uploadStatements = (file: File, onSent: (share: number) => void): Promise<Schemas['ImportedStatements']> =>
  sent('/statements', file, 'application/xml', onSent);
