"""Findings on attachments, sound and film."""

from .message import E, Message, W

MESSAGES = {
    "AT01": Message(
        E,
        "找不到附件“{file}”",
        "请把文件放进稿件的文件夹，并核对文件名，大小写也要一致。",
        {"file": "实施方案.pdf"},
    ),
    "AT02": Message(
        E,
        "“{name}”这种文件不能上网",
        "{how}；能上网的附件有 PDF、OFD、Word、Excel、PowerPoint、zip、mp3、m4a 和 mp4。",
        {"name": "登记表.csv", "how": "请用 Excel 打开，核对没有乱码以后另存为 .xlsx"},
    ),
    "AT03": Message(
        E,
        "附件“{file}”的内容和后缀不符，里面看起来是{actual}",
        "请用原来的软件打开它，另存为 {kind} 再放回来；只改后缀没有用。",
        {"file": "方案.docx", "actual": "网页", "kind": "Word（.docx）"},
    ),
    "AT04": Message(
        E,
        "附件“{file}”还没有下载下来，这里只有一张取件单（Git LFS）",
        "请在这台电脑上运行 git lfs pull，再试一次。",
        {"file": "宣传片.mp4"},
    ),
    "AT05": Message(
        E,
        "附件“{file}”设有密码或使用限制，读者打不开或不能复制",
        "请去掉密码和打印、复制等限制，另存后放回来；不该公开的内容请不要放上来。",
        {"file": "名单.xlsx"},
    ),
    "AT06": Message(
        E,
        "附件“{file}”里带有会自己运行的内容（{what}），不能上网",
        "Word、Excel、PowerPoint 请另存为不带宏的 .docx、.xlsx、.pptx；PDF 请用“打印”另存一份。",
        {"file": "统计表.xls", "what": "宏"},
    ),
    "AT07": Message(
        E,
        "压缩包“{file}”里有不能上网的“{member}”：{why}",
        "请从压缩包里拿掉它，重新压缩。",
        {"file": "材料.zip", "member": "安装.exe", "why": "它是程序"},
    ),
    "AT08": Message(
        E,
        "附件“{file}”有 {size}，超过了 {most}",
        "请压缩图片、降低清晰度或分成几份；影片可以转成较小的 H.264。",
        {"file": "宣传片.mp4", "size": "312 MB", "most": "200 MB"},
    ),
    "AT09": Message(
        E,
        "附件“{file}”读不出来：{detail}",
        "请检查文件的权限，或重新复制一份放进稿件的文件夹，不要用链接代替文件。",
        {"file": "实施方案.pdf", "detail": "没有权限"},
    ),
    "AT10": Message(
        W,
        "影片“{file}”没有封面图，读者点播放之前只看到一块空白",
        "请在旁边放一张取自影片的图，名字叫 {stem}.jpg。",
        {"file": "yejing.mp4", "stem": "yejing"},
    ),
    "AT11": Message(
        W,
        "{what}“{file}”没有字幕，也没有文字稿，听不见的读者不知道说了什么",
        "请在旁边放文字稿 {stem}.txt（影片也可以是字幕文件 {stem}.vtt）；没有人说话的，在文字稿里写清楚画面和声音。",
        {"what": "影片", "file": "yejing.mp4", "stem": "yejing"},
    ),
    "AT12": Message(
        E,
        "字幕文件“{file}”不是 WebVTT：第一行应当是 WEBVTT",
        "请用字幕软件另存为 WebVTT（.vtt，UTF-8 编码）；.srt 改了后缀还不行。",
        {"file": "yejing.vtt"},
    ),
    "AT13": Message(
        W,
        "影片“{file}”用的是 {codec}，不少手机和电脑放不出来",
        "请转成 H.264 编码的 .mp4；手机拍摄时可以在相机设置里选“兼容性最佳”。",
        {"file": "yejing.mp4", "codec": "H.265"},
    ),
    "AT14": Message(
        W,
        "附件“{file}”不完整或者已经损坏，里面有什么没能查清",
        "请用看它的软件打开核对，打不开就请重新复制一份。",
        {"file": "进度表.xlsx"},
    ),
    "AT15": Message(
        E,
        "附件“{file}”在生成网站的时候被改动了",
        "请等文件保存好以后再生成一次。",
        {"file": "content/2017/08/16-x/方案.pdf"},
    ),
    "AT16": Message(
        E,
        "“{file}”是另一篇稿件的附件，那篇稿件现在不公开（{why}）：{owner}",
        "请等它发布后再链接，或删去这个链接；文件本来就该随这篇公开的，请复制到这篇的文件夹里。",
        {"file": "方案.pdf", "owner": "2017/08/16-shangdu/index.md", "why": "草稿"},
    ),
    "AT17": Message(
        E,
        "“{file}”不是图片，前面不要写感叹号",
        "请去掉 [ 前面的“!”，单独成一段写 [说明]({file})，网页上会放出播放器。",
        {"file": "yejing.mp4"},
    ),
    "AT18": Message(
        E,
        "读者手里的附件网址会失效：{name}（{address}）",
        "不该换的，请把原来的文件放回去；确实要换或撤掉，请在这篇稿件的“更正”里写一句，写明附件“{name}”，让读者知道。",
        {"name": "实施方案.pdf", "address": "files/0123456789ab/实施方案.pdf"},
    ),
    "AT19": Message(
        W,
        "影片“{file}”没有署名",
        '请在后面写明，例如 [{words}]({file} "张三 摄像")。',
        {"file": "yejing.mp4", "words": "城墙夜景"},
    ),
    "AT20": Message(
        W, "附件的署名用了中文引号", '请把署名两边的引号改成英文双引号，例如 [城墙夜景](yejing.mp4 "张三 摄像")。'
    ),
}
