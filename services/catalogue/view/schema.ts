// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '412820f8e17780a1';
