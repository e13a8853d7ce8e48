// What is pasted: a block of cells copied from a table, or one cell, which is left to the browser.

const lastBreak = /\r?\n$/;

export const isBlock = text => /[\t\r\n]/.test(text.replace(lastBreak, ''));

/** As many bytes as a text takes in a message to the portal. */
export const bytesOf = text => new TextEncoder().encode(JSON.stringify(text)).length;
