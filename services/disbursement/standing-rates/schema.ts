// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '844cb8c86e2b276d';
