// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'c461496b37888ba1';
