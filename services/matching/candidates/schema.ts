// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '16fb55c6e2103c7c';
