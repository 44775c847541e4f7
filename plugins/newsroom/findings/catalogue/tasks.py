"""Refusals: what a person must do before a task can go on."""

from .message import E, Message, W

MESSAGES = {
    # -- TK: what a task refuses (tasks.py, desk): printed as one sentence, text and advice; no place in the content --------
    # the command line (desk/commands.py)
    "TK01": Message(E, "没有叫“{name}”的任务", "是不是 {near}？", {"name": "buidl", "near": "build"}),
    "TK02": Message(E, "没有叫“{name}”的任务", "任务有：{tasks}。", {"name": "xyz", "tasks": "build、check"}),
    "TK03": Message(
        E,
        "没有 {option} 这个选项",
        "是不是 {near}？选项见 {command} --help",
        {"option": "--contnt", "near": "--content", "command": "python3 tasks.py build"},
    ),
    "TK04": Message(
        E,
        "没有 {option} 这个选项",
        "选项见 {command} --help",
        {"option": "--xyz", "command": "python3 tasks.py build"},
    ),
    "TK05": Message(
        E,
        "没有 {option} 这个选项",
        "选项见 {command} --help；内容本来就以“-”开头的，前面加两个“-”：{command} -- {option}",
        {"option": "-5", "command": "python3 tasks.py new"},
    ),
    "TK06": Message(
        E,
        "选项 {option} 后面还要写一个值",
        "值本来就以“-”开头的，写成 {option}=值。选项见 {command} --help",
        {"option": "--content", "command": "python3 tasks.py build"},
    ),
    "TK07": Message(
        E,
        "选项 {option} 后面不写值",
        "选项见 {command} --help",
        {"option": "--built", "command": "python3 tasks.py serve"},
    ),
    "TK08": Message(
        E,
        "还缺少必须写的内容：{name}",
        "请照这样写：{command} {example}",
        {"name": "title", "command": "python3 tasks.py new", "example": '"标题"'},
    ),
    "TK09": Message(
        E,
        "这里要写一个{value}，写成了分开的 {count} 个：{words}",
        "里面有空格的，要用引号括起来：{command} {quoted}",
        {
            "value": "标题",
            "count": 3,
            "words": "“中原”、“区”、“新貌”",
            "command": "python3 tasks.py new",
            "quoted": '"中原 区 新貌"',
        },
    ),
    "TK10": Message(
        E,
        "看不懂“{word}”：任务 {name} 后面只写选项",
        "选项的值里有空格的，要用引号括起来。选项见 {command} --help",
        {"word": "neirong", "name": "build", "command": "python3 tasks.py build"},
    ),
    "TK11": Message(E, "“{written}”不是一个数", "请写一个整数，例如 {example}。", {"written": "八千", "example": 8000}),
    "TK12": Message(E, "看不懂时刻“{written}”", "请照这样写：--now 2017-08-16T09:30。", {"written": "昨天"}),
    "TK13": Message(
        E, "没有“{written}”这种格式", "请写 --format {formats}。", {"written": "xml", "formats": "text、json 或 github"}
    ),
    # check (desk/codes/looking_up.py)
    "TK14": Message(
        E,
        "没有“{written}”这个编号",
        "{hint}全部编号见 docs/codes/README.md。",
        {"written": "HD99", "hint": "稿头的编号有：HD01、HD02。"},
    ),
    # stats (desk/stats)
    "TK15": Message(
        E,
        "“{written}”不是一个{what}",
        "请照这样写：{example}。",
        {"written": "8月", "what": "月份", "example": "--month 2017-08"},
    ),
    "TK16": Message(E, "月份、季度、年份写了不止一个", "请只写一个，例如 --month 2017-08。"),
    "TK17": Message(
        E,
        "稿酬文件“{file}”放在会被提交的地方，别人就看得到了",
        "请把它移到 content 和整个仓库以外，例如自己的文档文件夹，再写新的路径。",
        {"file": "content/稿酬.yaml"},
    ),
    "TK18": Message(
        E,
        "稿酬文件“{file}”{fault}",
        "请照手册“每月统计”里的样子改好。",
        {"file": "稿酬.yaml", "fault": "里“稿件”后面不是钱数（五十）"},
    ),
    # check (desk/choosing.py)
    "TK20": Message(
        E,
        "没有“{written}”这个文件",
        "请核对路径，例如 {content}/2017/08/16-shangdu/index.md。",
        {"written": "nix.md", "content": "content"},
    ),
    "TK21": Message(
        E,
        "“{written}”不在内容文件夹“{content}”里，不能检查",
        "请写那里面的文件或文件夹。",
        {"written": "/", "content": "content"},
    ),
    "TK22": Message(
        E,
        "“{written}”这个文件夹里没有稿件",
        "请写稿件所在的文件夹，或稿件的 index.md。",
        {"written": "content/2017/08/23-kong"},
    ),
    # new (desk/new_story.py, desk/handed_in.py)
    "TK30": Message(E, "没有“{content}”这个文件夹", "请用 --content 指明内容在哪里。", {"content": "conten"}),
    "TK31": Message(E, "看不懂日期“{written}”", "请照这样写：--date 2017-08-16。", {"written": "昨天"}),
    "TK32": Message(
        E,
        "“{folder}”已经有了，没有改动它",
        "请换一个标题，或直接打开那篇稿件。",
        {"folder": "content/2017/08/16-shangdu"},
    ),
    "TK33": Message(E, "标题是空的", '请照这样写：python3 tasks.py new "标题"。'),
    "TK34": Message(E, "标题里有换行或看不见的字符", "请写成一行。"),
    "TK35": Message(E, "内容文件夹里还没有版块", "请先在 data/sections.yaml 里写好版块。"),
    "TK36": Message(
        E, "没有叫“{written}”的版块", "版块有：{sections}。", {"written": "学习", "sections": "学习贯彻、项目建设"}
    ),
    "TK37": Message(
        E,
        "“{name}”还在 iCloud 云盘里",
        "请在访达里点它旁边的云朵图标，下载完再试。",
        {"name": "01.jpg"},
    ),
    "TK38": Message(E, "没有“{file}”这张照片", "请核对路径。", {"file": "01.jpg"}),
    # serve (desk/serve.py)
    "TK40": Message(E, "“{output}”里还没有网站", "请先运行 python3 tasks.py build。", {"output": "output"}),
    "TK41": Message(E, "{ports}已被占用或不能使用", "请用 --port 换一个，例如 --port 9000。", {"ports": "端口 80"}),
    # publish (desk/publish.py, desk/delivery)
    "TK50": Message(
        E,
        "没有说明发布到哪里",
        "请用 --to 或环境变量 PUBLISH_TO 写明，{example}。",
        {"example": "例如 /srv/www/guancheng"},
    ),
    "TK51": Message(
        E,
        "看不懂发布地址“{written}”",
        "请照这样写：{example}。",
        {"written": "a b:/srv", "example": "例如 /srv/www/guancheng"},
    ),
    "TK52": Message(
        E,
        "主机上的位置“{path}”不能有空格、引号和 ..，要写成完整的路径",
        "请照这样写：{example}。",
        {"path": "www", "example": "例如 user@host:/srv/www/guancheng"},
    ),
    "TK53": Message(
        E,
        "“{path}”不能用来发布：那里有别的重要文件",
        "请给网站一个专用的文件夹，{example}。",
        {"path": "/", "example": "例如 /srv/www/guancheng"},
    ),
    "TK54": Message(E, "“{path}”是一个文件，不是文件夹", "请换一个位置。", {"path": "/srv/www/guancheng"}),
    "TK55": Message(
        E,
        "没有说明网站的正式网址",
        "请设环境变量 PUBLISH_SITE_URL，例如 https://www.example.org/zt/guancheng。",
    ),
    "TK56": Message(
        E,
        "环境变量 {name} 指的文件“{path}”不存在",
        "请检查路径。",
        {"name": "PUBLISH_SSH_IDENTITY", "path": "deploy_key"},
    ),
    "TK57": Message(
        E,
        "环境变量 {name} 要写一个数，现在是“{written}”",
        "请改好，再发布。",
        {"name": "PUBLISH_KEEP", "written": "三"},
    ),
    "TK58": Message(E, "内容有错，没有发布", "请改好上面的错误，再发布一次。"),
    "TK59": Message(
        E,
        "要换上去的网站和清单不符（{fault}），没有换，读者看到的还是原来的",
        "请再发布一次。",
        {"fault": "少了 index.html"},
    ),
    "TK60": Message(
        E,
        "要换上去的网站和清单不符（{fault}），没有换，读者看到的还是原来的",
        "请删去 .cache 文件夹，再发布一次。",
        {"fault": "少了 index.html"},
    ),
    "TK61": Message(E, "“{link}”不是发布程序建的链接", "请把它移走，再发布。", {"link": "/srv/www/guancheng/current"}),
    "TK62": Message(E, "发布到一半，这个地方被另一次发布接过去了，这次没有发布", "请再发布一次。"),
    "TK63": Message(
        E,
        "等了 {seconds} 秒，{owner}还在往同一个地方发布，这次没有发布",
        "请等它结束，再发布一次。",
        {"seconds": 1800, "owner": "wang-wu@host（进程 4711，2017-08-16 09:30:00 开始）"},
    ),
    "TK64": Message(
        E,
        "“{path}”所在的磁盘满了，没有发布，读者看到的还是原来的",
        "请腾出空间，再发布一次。",
        {"path": "/srv/www/guancheng"},
    ),
    "TK65": Message(
        E,
        "“{path}”所在的磁盘只能读，没有发布",
        "请换一个能写的位置，或请管服务器的人打开写权限。",
        {"path": "/srv/www/guancheng"},
    ),
    "TK66": Message(E, "没有权限写“{path}”，没有发布", "请检查这个文件夹属于谁。", {"path": "/srv/www/guancheng"}),
    "TK67": Message(
        E,
        "没有发布到“{path}”，系统报告：{detail}",
        "请检查这个位置，再发布一次。",
        {"path": "/srv/www/guancheng", "detail": "磁盘出错"},
    ),
    "TK68": Message(E, "这台 Windows 不许建链接", "请在系统设置里打开“开发人员模式”，再发布。"),
    "TK69": Message(E, "这台电脑没有 {program}", "请先安装它，再发布。", {"program": "rsync"}),
    "TK70": Message(
        E,
        "没有发布到 {target}：{detail}",
        "请检查主机和网络，再发布一次。",
        {"target": "host:/srv/www/guancheng", "detail": "rsync error"},
    ),
    "TK71": Message(
        E,
        "{host} 的主机密钥不在 known_hosts 里，或者变了",
        "请先核对密钥，再发布。",
        {"host": "www.example.org"},
    ),
    "TK72": Message(
        E,
        "{host} 不让登录",
        "请检查账号和 PUBLISH_SSH_IDENTITY 指的密钥。",
        {"host": "www.example.org"},
    ),
    "TK73": Message(E, "{host} 拒绝连接", "请检查主机名和 PUBLISH_SSH_PORT。", {"host": "www.example.org"}),
    "TK74": Message(E, "找不到主机 {host}", "请检查主机名和网络。", {"host": "www.example.org"}),
    "TK75": Message(E, "连接 {host} 超时", "请检查网络和防火墙。", {"host": "www.example.org"}),
    "TK76": Message(
        E,
        "{host} 的磁盘满了，没有发布，读者看到的还是原来的",
        "请腾出空间，再发布一次。",
        {"host": "www.example.org"},
    ),
    "TK77": Message(
        E,
        "{host} 给这个账号的空间用完了，没有发布，读者看到的还是原来的",
        "请腾出空间，再发布一次。",
        {"host": "www.example.org"},
    ),
    "TK78": Message(
        E,
        "{host} 上 {path} 所在的磁盘只能读，没有发布",
        "请管服务器的人打开写权限。",
        {"host": "www.example.org", "path": "/srv/www/guancheng"},
    ),
    "TK79": Message(
        E,
        "在 {host} 上没有权限写入 {path}",
        "请检查文件夹属于谁。",
        {"host": "www.example.org", "path": "/srv/www/guancheng"},
    ),
    "TK80": Message(E, "{host} 上没有 rsync", "请先在那里安装它。", {"host": "www.example.org"}),
    # check --doubts (desk/doubts)
    "TK84": Message(W, "这台电脑上没有装语言模型，没有另查疑点", "其他检查照常；要装的话，见手册“校对”一节。"),
    # screenshots (desk/screenshots.py)
    "TK85": Message(E, "没有找到 Chromium", "请先安装：sudo apt-get install chromium fonts-noto-cjk。"),
    "TK86": Message(E, "内容有错，没有可拍的网页", "请先运行 python3 tasks.py check。"),
    "TK87": Message(E, "Chromium 没有拍下 {view}", "请单独运行它，看看它说什么。", {"view": "home"}),
    # any task (desk/failing.py)
    "TK90": Message(E, "磁盘满了，没有做完", "请腾出空间，再运行一次。"),
    "TK91": Message(E, "没有权限读写 {file}", "请检查这个文件属于谁。", {"file": "output"}),
    "TK92": Message(E, "系统报告：{detail}", "请检查磁盘和文件，再运行一次。", {"detail": "磁盘出错（a.jpg）"}),
    "TK93": Message(
        E,
        "程序出了内部错误：{kind}",
        "详情见 {log}，请发给维护网站的工程师。",
        {"kind": "ValueError", "log": ".cache/last-error.log"},
    ),
}
