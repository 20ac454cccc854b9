// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c78a9f30cf1377c2';
