import { problemOf } from '@junkan/client/problem.ts';
import type { Schemas } from './client.ts';

/** Where nothing came back at all. */
const NO_ANSWER = new TypeError('no answer came');

/** Uploads a file as evidence, and tells how much of it is sent, between 0 and 1. The same file again has one effect. */
export const upload = (file: File, mediaType: string, onSent: (share: number) => void): Promise<Schemas['Evidence']> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/v1/evidence?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', mediaType);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(NO_ANSWER);
    request.onload = () => {
      const { status, statusText, response } = request;
      if (status === 201) resolve(response as Schemas['Evidence']);
      else reject(problemOf('POST /evidence', new Response(null, { status, statusText }), response));
    };
    request.send(file);
  });
