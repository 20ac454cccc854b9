// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '2cbe2a187acb4c13';
