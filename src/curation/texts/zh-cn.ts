import type { CurationTexts } from './wording.ts';

const READ = '.html、.mhtml、.docx、.pdf、.md、.txt、.json 和 .zip';

export const zhCN: CurationTexts = {
  labels: {
    add: '添加',
    addOther: '换个标题添加',
    replace: '替换旧版',
    cancel: '取消',
    back: '返回',
    previous: '上一页',
    next: '下一页',
    list: '文章列表',
    post: '发到这里',
    rename: '改标题',
    remove: '移除',
    restore: '恢复',
    removals: '已移除的文章',
    unbind: '全部解除绑定',
    done: '已处理',
    quote: '用原文回答',
    erase: '清除全部提问',
    forget: '全部删除',
    settings: '设置',
    notMeant: '不是我要问的',
    opening: '开头',
    closing: '结尾',
    doubtful: '请核对',
    refused: '未读取',
    identifier: '简称',
    addedOn: '添加于',
    boundTo: '绑定',
    repairs: '修复',
    removedText: '删去',
    addingRoles: '可以添加文章的人',
    mentions: '提及机器人',
    publicLanguage: '公开回复的语言',
    unanswered: '没有答案的提问',
    operators: '运营者的文章',
    formAdd: '添加到文库',
    files: '文件',
    filesHint: '最多十个：保存的网页、Word、PDF、Markdown、文本，或它们的 .zip',
    text: '或者直接粘贴文字',
    textHint: '第一行是标题，后面是正文',
    pasted: '这段文字',
    formTitle: '换个标题',
    newTitle: '标题',
    formQuote: '用原文回答',
    address: '段落的位置',
    addressHint: '例如 2.4 或 §2¶4；有多篇文章时，前面加上文章的简称',
  },
  unknown: '未知',
  addAll: (count) => `全部添加（${count} 篇）`,
  edits: (repairs, removals) => `修复 ${repairs} 处，删去 ${removals} 处`,
  page: (number, of) => `第 ${number} 页，共 ${of} 页`,
  cut: (more) => `……另有 ${more} 项`,
  times: (count) => `×${count}`,
  preview: (number, of) =>
    of === 1 ? '读到的内容如下，还没有保存。' : `读到的内容如下：第 ${number} 篇，共 ${of} 篇。添加之前什么都不保存。`,
  sameText: (title, date) => `文库里已经有这篇文字：《${title}》，${date} 添加。`,
  olderVersion: (title, date) =>
    `文库里有一篇同名而文字不同的文章：《${title}》，${date} 添加。如果这是新版，可以替换它；旧卡片会提示文章已更新。`,
  doubt: (doubt) => {
    switch (doubt.kind) {
      case 'no date':
        return '没有找到发布日期。';
      case 'no source':
        return '没有找到来源。';
      case 'no title':
        return '没有标题；可以换个标题添加。';
      case 'title may be wrong':
        return '标题可能只是正文的第一行。';
      case 'much damage':
        return '文字多处损坏，没能全部修复。';
      case 'much removed':
        return '页面的大部分内容不属于文章，已删去。';
      case 'unreadable':
        return `有 ${doubt.count} 个字无法辨认（“\ufffd”）。`;
      case 'short':
        return `文章很短，只有 ${doubt.characters} 字。`;
    }
  },
  refusal: (refusal) => {
    switch (refusal) {
      case 'picture':
        return '这是图片；请把文字本身放进文件';
      case 'sound':
        return '这是音频或视频；请把其中的文字放进文件';
      case 'archive':
        return '这种压缩包不能打开；请打包成一个 .zip';
      case 'sheet':
        return '这是表格；请把文字另存为 .docx 或 .txt';
      case 'slides':
        return '这是演示文稿；请把文字另存为 .docx 或 .txt';
      case 'book':
        return '这是电子书；请把文字另存为 .html 或 .txt';
      case 'to docx':
        return '不支持这种文档；请另存为 .docx';
      case 'to pdf':
        return '不支持这种文档；请另存为 .pdf';
      case 'to html':
        return '网页的保存方式不支持；请另存为 .html';
      case 'to text':
        return '读不出文字；请另存为 .txt（UTF-8）';
      case 'encrypted':
        return '文件已加密；请去掉密码后再保存';
      case 'empty':
        return '文件是空的';
      case 'too large':
        return '文件太大；请拆分';
      case 'too many':
        return '一次的文件太多；请分几次';
      case 'too slow':
        return '读取用时太长';
      case 'not there':
        return '没能从 Discord 取到文件；请再试一次';
      case 'foreign':
        return '不是中文；只读中文文章';
      case 'no text':
        return '里面没有找到中文文章';
      case 'scanned':
        return '里面的字是图像；请先识别文字，或把文字放进 .txt';
      case 'damaged':
        return '文件已损坏，或与名称不符；请重新保存';
      case 'frame':
        return '这只是框架页；请打开有文章的那一页再保存';
      case 'unknown kind':
        return `不支持这种文件；可以读的有 ${READ}`;
      case 'other':
        return '读不出文章';
    }
  },
  refusedFile: (name, why) => `${name}：${why}`,
  noneRead: () => '没有读到文章，什么都没有保存。',
  nothingGiven: () => '这里没有可以添加的文件或文字。',
  draftGone: () => '这份预览已经不在了：时间太久，或机器人重新启动过。什么都没有保存，请再添加一次。',
  draftTooLarge: () => '一次放不下这么多，请分几次添加。',
  cancelled: () => '什么都没有保存。',
  added: (title, id) => `《${title}》已加入文库，简称 ${id}。现在大家都可以提问了。`,
  replaced: (title) => `《${title}》已替换旧版。`,
  addedSeveral: (titles, count) =>
    `已加入文库 ${count} 篇：${titles.map((title) => `《${title}》`).join('、')}${count > titles.length ? '……' : '。'}`,
  restNotAdded: () => '其余的暂时没能加入，请稍后再试。',
  posted: (title) => `《${title}》已发到这里。在它下面的子区里提问，会先看这篇文章。`,
  mayNotAdd: () => '你在这里不能添加文章。管理服务器的人可以在“/library 设置”里开放。',
  mayNotManage: () => '只有管理服务器的人才能这样做。',
  onlyInServers: () => '文库属于服务器。请在添加了本机器人的服务器里使用。',
  storeUnavailable: () => '暂时连不上文库，什么都没有改动。请稍后再试。',
  uploadsBusy: () => '正在读取的文件很多，请一分钟后再试。',
  limit: (limit, most) => {
    if (limit === 'articles') return `文库满了：最多 ${most} 篇。请先移除一篇。`;
    if (limit === 'bytes') return `文库满了：文件最多 ${(most / 1024 / 1024).toFixed(0)} MB。请先移除一篇。`;
    return `今天的上传次数用完了：每天最多 ${most} 次。请明天再来。`;
  },
  nothingHere: () => '文库是空的。请用“/library 添加”放文章进来。',
  listed: (count) => `文库里有 ${count} 篇文章`,
  choose: () => '选一篇文章……',
  articleGone: () => '这篇文章已经不在文库里了。',
  severalSo: (asked) => `有几篇文章都可以叫“${asked}”：`,
  noSuchArticle: (asked) => `文库里没有“${asked}”。`,
  askRemove: (title) => `要移除《${title}》吗？移除后就不能再问它了。30 天内可以恢复，之后会删除。`,
  removed: (title) => `《${title}》已移除，30 天内可以恢复。`,
  noneRemoved: () => '最近 30 天没有移除过文章。',
  restorable: () => '这些文章已移除，或已被新版本替换，可以恢复：',
  restored: (title) => `《${title}》已恢复。`,
  renamed: (title) => `现在的标题是《${title}》。`,
  bindHint: () => '绑定到频道、子区或帖子……',
  bound: (title) => `在那里提问，会先看《${title}》。`,
  unbound: () => '已不再绑定到任何地方。',
  channelUnbound: () => '已解除那里的绑定。',
  notBound: () => '那里没有绑定文章。',
  places: (count) => `${count} 处`,
  settingsHint: () => '每项选择立即生效。',
  noRoles: () => '管理服务器的人',
  rolesHint: () => '有这些身份组的成员，还需要在“服务器设置 → 整合”里得到许可，才看得到这个命令。',
  chooseRoles: () => '可以添加文章的身份组……',
  chooseMentions: () => '在哪里回应提及……',
  chooseChannels: () => '回应提及的频道……',
  chooseLanguage: () => '公开回复的语言……',
  mentionsAre: (where) => ({ everywhere: '到处都回应', nowhere: '不回应', 'in-channels': '只在一些频道回应' })[where],
  language: (locale) =>
    locale === undefined ? '各随读者' : { 'zh-CN': '简体中文', 'zh-TW': '繁体中文', en: '英文' }[locale],
  keepsUnanswered: (keeps) => (keeps ? '保留：只留提问的文字，90 天，不记提问者' : '不保留，提问不留任何痕迹'),
  switchUnanswered: (keeps) => (keeps ? '不再保留提问' : '保留没有答案的提问'),
  hasOperators: (has) => (has ? '也用来回答' : '不使用'),
  switchOperators: (has) => (has ? '不用运营者的文章' : '也用运营者的文章'),
  unansweredOff: () =>
    '没有答案的提问现在不保留。打开以后，没有找到答案的提问会保留 90 天，只留文字，不记提问者的名字和编号，好看出文库缺什么。随时可以清除。',
  unansweredOn: () => '只保留文字，90 天，不记提问者。',
  noneUnanswered: () => '没有等待处理的提问。',
  unansweredCount: (open) => `没有答案的提问：${open} 个`,
  chooseQuestion: () => '选一个提问……',
  because: (notMeant) => `其中 ${notMeant} 次被标为“不是我要问的”`,
  settled: () => '已处理。',
  quoted: (address) => `已用 ${address} 回答。`,
  noSuchPassage: (typed) => `文库里没有“${typed}”这一段。`,
  askErase: () => '要清除保留的全部提问吗？清除后不能找回。',
  erased: () => '保留的提问已全部清除。',
  noted: () => '谢谢。这个提问已记下，供管理文库的人参考，不记你的名字。',
  notNoted: () => '没有记下：这个服务器现在不保留提问，或暂时连不上文库。',
  onlyAsker: () => '只有提问者才能这样说。',
  askForget: () => '要删除这个服务器的一切吗？所有文章和文件、设置、绑定、保留的提问都会立即删除，不能撤销。',
  forgotten: () => '这个服务器的一切都已删除。',
};
