/** What turns a document into draft records, for the tool that does. */
export { findConsultations } from './find-consultations.ts';
export { readDocument } from './read-document.ts';
export { writeRecord } from './write-draft.ts';
