const words: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EBUSY: '被其他程序占用',
  EDQUOT: '磁盘配额已满',
  EEXIST: '已有同名的文件',
  EFBIG: '文件超过了那个磁盘允许的大小',
  EIO: '磁盘或网络盘出错',
  EISDIR: '那是一个文件夹',
  ELOOP: '快捷方式指向自己',
  EMFILE: '同时打开的文件太多',
  ENAMETOOLONG: '路径太长',
  ENOENT: '没有这个文件或文件夹',
  ENOSPC: '磁盘已满',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
}

/** Why the operating system refused something, in words of the office, from its error code (EACCES); a code without words stays as it is. */
export function refusalWords(code: string): string {
  return words[code] ?? code
}
