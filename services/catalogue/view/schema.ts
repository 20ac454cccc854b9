// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'caadb6142497c1a6';
