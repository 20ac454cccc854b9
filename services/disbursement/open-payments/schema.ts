// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '464b1e75ae3d8c20';
