/** Why a file could not be read, or made by a `writing` program: one sentence, with what to do where that can be said. */
export function reason({code, message}: NodeJS.ErrnoException, writing = false): string {
  switch (code) {
    case 'EACCES': case 'EPERM': return 'Access was denied: check the permissions.';
    case 'ENOENT': return writing ? 'Its folder is not there: make it.' : 'The file is gone.';
    case 'EISDIR': return 'This is a folder.';
    case 'EEXIST': case 'ENOTDIR': return 'A file stands where its folder should be.';
    case 'ENAMETOOLONG': return 'Its name is too long.';
    case 'ELOOP': return 'Links lead round in a circle.';
    case 'EBUSY': return 'Another program uses it.';
    case 'ENOSPC': case 'EDQUOT': return 'The disk is full.';
    case 'EROFS': return 'The disk is read-only.';
    default: return message;
  }
}
