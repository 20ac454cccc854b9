import { useQuery } from '@tanstack/react-query';
import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import * as m from '#messages/reporting';
import { PDF_PARTS } from '#printed';
import { Loading } from '../base/parts/Awaiting.tsx';
import { Say } from '../base/parts/Say.tsx';

/** In pixels of the page: a hostile file may say any size. */
const MAX_WIDTH = 720;
const MAX_HEIGHT = 2_000;
const MAX_DENSITY = 2;

/** Where the address of a script is text elsewhere, one that is trusted is asked for: there is one such address. */
type Policies = {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
};
const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
const trusted = policies?.createPolicy('junkan-pdf', { createScriptURL: () => workerAddress });

/** Files are taken apart in a thread of their own. Nothing in them is run, and nothing is loaded but letters that come with this version. */
function opened(bytes: ArrayBuffer) {
  const thread = new Worker(trusted?.createScriptURL('') ?? workerAddress, { type: 'module' });
  const task = getDocument({
    data: new Uint8Array(bytes.slice(0)),
    worker: PDFWorker.create({ port: thread }),
    cMapUrl: `${PDF_PARTS}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PDF_PARTS}/standard_fonts/`,
    wasmUrl: `${PDF_PARTS}/wasm/`,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = (): void => {
    void task.destroy().finally(() => thread.terminate());
  };
  return { file: task.promise, close };
}

type Props = { readonly bytes: ArrayBuffer; readonly name: string };

/** A printed document, page by page. */
export function Printed({ bytes, name }: Props) {
  const [file, setFile] = useState<PDFDocumentProxy | null>();
  const [number, setNumber] = useState(1);
  useEffect(() => {
    const { file: reading, close } = opened(bytes);
    let isWanted = true;
    reading.then(
      (read) => isWanted && setFile(read),
      () => isWanted && setFile(null),
    );
    return () => {
      isWanted = false;
      close();
    };
  }, [bytes]);
  if (file === undefined) return <Loading />;
  if (file === null)
    return (
      <Say kind="bad">
        <p>{m.notPrinted()}</p>
      </Say>
    );
  const pages = file.numPages;
  return (
    <>
      <Page file={file} number={number} label={m.pageOf({ name, page: number, pages })} />
      {pages > 1 ? (
        <p className="row">
          <button className="btn small" type="button" disabled={number === 1} onClick={() => setNumber(number - 1)}>
            {m.pageBefore()}
          </button>
          <span role="status">{m.pageNumber({ page: number, pages })}</span>
          <button className="btn small" type="button" disabled={number === pages} onClick={() => setNumber(number + 1)}>
            {m.pageAfter()}
          </button>
        </p>
      ) : null}
    </>
  );
}

type PageProps = { readonly file: PDFDocumentProxy; readonly number: number; readonly label: string };

/** Its words are there for those who listen to them. */
function Page({ file, number, label }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data: text } = useQuery({
    queryKey: ['printed', file.fingerprints[0], number],
    queryFn: async () => {
      const { items } = await (await file.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    },
  });
  useEffect(() => {
    const drawing = drawn(file, number, canvas.current);
    return () => {
      void drawing.then((task) => task?.cancel());
    };
  }, [file, number]);
  return (
    <>
      <canvas ref={canvas} className="preview" role="img" aria-label={label} />
      <p className="vh">{text}</p>
    </>
  );
}

async function drawn(file: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement | null) {
  const page = await file.getPage(number);
  if (!canvas) return undefined;
  const { width, height } = page.getViewport({ scale: 1 });
  const density = Math.min(MAX_DENSITY, globalThis.devicePixelRatio);
  const scale = Math.min(MAX_WIDTH / width, MAX_HEIGHT / height) * density;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  task.promise.catch(() => undefined);
  return task;
}
