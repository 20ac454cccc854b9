// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '7b4604c7e0d0f078';
