import type { CurationTexts } from './wording.ts';

const READ = '.html、.mhtml、.docx、.pdf、.md、.txt、.json 和 .zip';

export const zhTW: CurationTexts = {
  labels: {
    add: '加入',
    addOther: '換個標題加入',
    replace: '替換舊版',
    cancel: '取消',
    back: '返回',
    previous: '上一頁',
    next: '下一頁',
    list: '文章列表',
    post: '發到這裡',
    rename: '改標題',
    remove: '移除',
    restore: '復原',
    removals: '已移除的文章',
    unbind: '全部解除綁定',
    done: '已處理',
    quote: '用原文回答',
    erase: '清除全部提問',
    forget: '全部刪除',
    settings: '設定',
    notMeant: '不是我要問的',
    opening: '開頭',
    closing: '結尾',
    doubtful: '請核對',
    refused: '未讀取',
    identifier: '簡稱',
    addedOn: '加入於',
    boundTo: '綁定',
    repairs: '修復',
    removedText: '刪去',
    addingRoles: '可以加入文章的人',
    mentions: '提及機器人',
    publicLanguage: '公開回覆的語言',
    unanswered: '沒有答案的提問',
    operators: '營運者的文章',
    formAdd: '加入文庫',
    files: '檔案',
    filesHint: '最多十個：儲存的網頁、Word、PDF、Markdown、純文字，或它們的 .zip',
    text: '或者直接貼上文字',
    textHint: '第一行是標題，後面是正文',
    pasted: '這段文字',
    formTitle: '換個標題',
    newTitle: '標題',
    formQuote: '用原文回答',
    address: '段落的位置',
    addressHint: '例如 2.4 或 §2¶4；有多篇文章時，前面加上文章的簡稱',
  },
  unknown: '未知',
  addAll: (count) => `全部加入（${count} 篇）`,
  edits: (repairs, removals) => `修復 ${repairs} 處，刪去 ${removals} 處`,
  page: (number, of) => `第 ${number} 頁，共 ${of} 頁`,
  cut: (more) => `……另有 ${more} 項`,
  times: (count) => `×${count}`,
  preview: (number, of) =>
    of === 1 ? '讀到的內容如下，還沒有儲存。' : `讀到的內容如下：第 ${number} 篇，共 ${of} 篇。加入之前什麼都不儲存。`,
  sameText: (title, date) => `文庫裡已經有這篇文字：《${title}》，${date} 加入。`,
  olderVersion: (title, date) =>
    `文庫裡有一篇同名而文字不同的文章：《${title}》，${date} 加入。如果這是新版，可以替換它；舊卡片會提示文章已更新。`,
  doubt: (doubt) => {
    switch (doubt.kind) {
      case 'no date':
        return '沒有找到發布日期。';
      case 'no source':
        return '沒有找到來源。';
      case 'no title':
        return '沒有標題；可以換個標題加入。';
      case 'title may be wrong':
        return '標題可能只是正文的第一行。';
      case 'much damage':
        return '文字多處損壞，沒能全部修復。';
      case 'much removed':
        return '頁面的大部分內容不屬於文章，已刪去。';
      case 'unreadable':
        return `有 ${doubt.count} 個字無法辨認（「\ufffd」）。`;
      case 'short':
        return `文章很短，只有 ${doubt.characters} 字。`;
    }
  },
  refusal: (refusal) => {
    switch (refusal) {
      case 'picture':
        return '這是圖片；請把文字本身放進檔案';
      case 'sound':
        return '這是音訊或影片；請把其中的文字放進檔案';
      case 'archive':
        return '這種壓縮檔不能打開；請打包成一個 .zip';
      case 'sheet':
        return '這是試算表；請把文字另存為 .docx 或 .txt';
      case 'slides':
        return '這是簡報；請把文字另存為 .docx 或 .txt';
      case 'book':
        return '這是電子書；請把文字另存為 .html 或 .txt';
      case 'to docx':
        return '不支援這種文件；請另存為 .docx';
      case 'to pdf':
        return '不支援這種文件；請另存為 .pdf';
      case 'to html':
        return '網頁的儲存方式不支援；請另存為 .html';
      case 'to text':
        return '讀不出文字；請另存為 .txt（UTF-8）';
      case 'encrypted':
        return '檔案已加密；請去掉密碼後再儲存';
      case 'empty':
        return '檔案是空的';
      case 'too large':
        return '檔案太大；請拆分';
      case 'too many':
        return '一次的檔案太多；請分幾次';
      case 'too slow':
        return '讀取時間太長';
      case 'not there':
        return '沒能從 Discord 取到檔案；請再試一次';
      case 'foreign':
        return '不是中文；只讀中文文章';
      case 'no text':
        return '裡面沒有找到中文文章';
      case 'scanned':
        return '裡面的字是圖像；請先辨識文字，或把文字放進 .txt';
      case 'damaged':
        return '檔案已損壞，或與名稱不符；請重新儲存';
      case 'frame':
        return '這只是框架頁；請打開有文章的那一頁再儲存';
      case 'unknown kind':
        return `不支援這種檔案；可以讀的有 ${READ}`;
      case 'other':
        return '讀不出文章';
    }
  },
  refusedFile: (name, why) => `${name}：${why}`,
  noneRead: () => '沒有讀到文章，什麼都沒有儲存。',
  nothingGiven: () => '這裡沒有可以加入的檔案或文字。',
  draftGone: () => '這份預覽已經不在了：時間太久，或機器人重新啟動過。什麼都沒有儲存，請再加入一次。',
  draftTooLarge: () => '一次放不下這麼多，請分幾次加入。',
  cancelled: () => '什麼都沒有儲存。',
  added: (title, id) => `《${title}》已加入文庫，簡稱 ${id}。現在大家都可以提問了。`,
  replaced: (title) => `《${title}》已替換舊版。`,
  addedSeveral: (titles, count) =>
    `已加入文庫 ${count} 篇：${titles.map((title) => `《${title}》`).join('、')}${count > titles.length ? '……' : '。'}`,
  restNotAdded: () => '其餘的暫時沒能加入，請稍後再試。',
  posted: (title) => `《${title}》已發到這裡。在它下面的討論串裡提問，會先看這篇文章。`,
  mayNotAdd: () => '你在這裡不能加入文章。管理伺服器的人可以在「/library 設定」裡開放。',
  mayNotManage: () => '只有管理伺服器的人才能這樣做。',
  onlyInServers: () => '文庫屬於伺服器。請在加入了本機器人的伺服器裡使用。',
  storeUnavailable: () => '暫時連不上文庫，什麼都沒有改動。請稍後再試。',
  uploadsBusy: () => '正在讀取的檔案很多，請一分鐘後再試。',
  limit: (limit, most) => {
    if (limit === 'articles') return `文庫滿了：最多 ${most} 篇。請先移除一篇。`;
    if (limit === 'bytes') return `文庫滿了：檔案最多 ${(most / 1024 / 1024).toFixed(0)} MB。請先移除一篇。`;
    return `今天的上傳次數用完了：每天最多 ${most} 次。請明天再來。`;
  },
  nothingHere: () => '文庫是空的。請用「/library 加入」放文章進來。',
  listed: (count) => `文庫裡有 ${count} 篇文章`,
  choose: () => '選一篇文章……',
  articleGone: () => '這篇文章已經不在文庫裡了。',
  severalSo: (asked) => `有幾篇文章都可以叫「${asked}」：`,
  noSuchArticle: (asked) => `文庫裡沒有「${asked}」。`,
  askRemove: (title) => `要移除《${title}》嗎？移除後就不能再問它了。30 天內可以復原，之後會刪除。`,
  removed: (title) => `《${title}》已移除，30 天內可以復原。`,
  noneRemoved: () => '最近 30 天沒有移除過文章。',
  restorable: () => '這些文章已移除，或已被新版本取代，可以復原：',
  restored: (title) => `《${title}》已復原。`,
  renamed: (title) => `現在的標題是《${title}》。`,
  bindHint: () => '綁定到頻道、討論串或貼文……',
  bound: (title) => `在那裡提問，會先看《${title}》。`,
  unbound: () => '已不再綁定到任何地方。',
  channelUnbound: () => '已解除那裡的綁定。',
  notBound: () => '那裡沒有綁定文章。',
  places: (count) => `${count} 處`,
  settingsHint: () => '每項選擇立即生效。',
  noRoles: () => '管理伺服器的人',
  rolesHint: () => '有這些身分組的成員，還需要在「伺服器設定 → 整合」裡得到許可，才看得到這個指令。',
  chooseRoles: () => '可以加入文章的身分組……',
  chooseMentions: () => '在哪裡回應提及……',
  chooseChannels: () => '回應提及的頻道……',
  chooseLanguage: () => '公開回覆的語言……',
  mentionsAre: (where) => ({ everywhere: '到處都回應', nowhere: '不回應', 'in-channels': '只在一些頻道回應' })[where],
  language: (locale) =>
    locale === undefined ? '各隨讀者' : { 'zh-CN': '簡體中文', 'zh-TW': '繁體中文', en: '英文' }[locale],
  keepsUnanswered: (keeps) => (keeps ? '保留：只留提問的文字，90 天，不記提問者' : '不保留，提問不留任何痕跡'),
  switchUnanswered: (keeps) => (keeps ? '不再保留提問' : '保留沒有答案的提問'),
  hasOperators: (has) => (has ? '也用來回答' : '不使用'),
  switchOperators: (has) => (has ? '不用營運者的文章' : '也用營運者的文章'),
  unansweredOff: () =>
    '沒有答案的提問現在不保留。打開以後，沒有找到答案的提問會保留 90 天，只留文字，不記提問者的名字和編號，好看出文庫缺什麼。隨時可以清除。',
  unansweredOn: () => '只保留文字，90 天，不記提問者。',
  noneUnanswered: () => '沒有等待處理的提問。',
  unansweredCount: (open) => `沒有答案的提問：${open} 個`,
  chooseQuestion: () => '選一個提問……',
  because: (notMeant) => `其中 ${notMeant} 次被標為「不是我要問的」`,
  settled: () => '已處理。',
  quoted: (address) => `已用 ${address} 回答。`,
  noSuchPassage: (typed) => `文庫裡沒有「${typed}」這一段。`,
  askErase: () => '要清除保留的全部提問嗎？清除後不能找回。',
  erased: () => '保留的提問已全部清除。',
  noted: () => '謝謝。這個提問已記下，供管理文庫的人參考，不記你的名字。',
  notNoted: () => '沒有記下：這個伺服器現在不保留提問，或暫時連不上文庫。',
  onlyAsker: () => '只有提問者才能這樣說。',
  askForget: () => '要刪除這個伺服器的一切嗎？所有文章和檔案、設定、綁定、保留的提問都會立即刪除，不能復原。',
  forgotten: () => '這個伺服器的一切都已刪除。',
};
