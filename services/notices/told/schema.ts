// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'dc070f1e84ed8a0a';
