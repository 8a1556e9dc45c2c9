/** The part of pdf.js that reads: it has no types of its own, and nothing of it is called from here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
