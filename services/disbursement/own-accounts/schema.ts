// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'f50a50de655b26a2';
