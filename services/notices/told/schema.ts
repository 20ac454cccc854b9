// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '5c15e2a9b2a04093';
